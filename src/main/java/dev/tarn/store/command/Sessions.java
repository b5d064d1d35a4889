package dev.tarn.store.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The processes of a potential: one for each thread that asks, since solvers of one thread wait for
 * each other anyway. They end with their thread, or with the JVM. Thread-safe.
 */
final class Sessions {
  private static final long LOOK_AFTER_MILLIS = 500L;

  private final Starter starter;
  private final Map<Thread, Session> sessions = new ConcurrentHashMap<>();
  private boolean watched;

  /** Starts a process. */
  interface Starter {
    Session start() throws IOException;
  }

  Sessions(Starter starter) {
    this.starter = starter;
  }

  /**
   * The process of the calling thread, started if there is none.
   *
   * @throws IOException if it cannot be started
   */
  Session mine() throws IOException {
    Session session = sessions.get(Thread.currentThread());
    if (session == null) {
      session = starter.start();
      sessions.put(Thread.currentThread(), session);
      watch();
    }
    return session;
  }

  /** Ends the process of the calling thread, if there is one. */
  void end() {
    Session session = sessions.remove(Thread.currentThread());
    if (session != null) {
      session.close();
    }
  }

  private synchronized void watch() {
    if (watched) {
      return;
    }
    watched = true;
    Runtime.getRuntime().addShutdownHook(new Thread(this::endAll));
    Thread watcher = new Thread(this::endOrphans, "tarn-potential-watch");
    watcher.setDaemon(true);
    watcher.start();
  }

  private void endAll() {
    sessions.values().forEach(Session::close);
  }

  private void endOrphans() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(LOOK_AFTER_MILLIS);
        List<Thread> dead = new ArrayList<>(sessions.keySet());
        dead.removeIf(Thread::isAlive);
        for (Thread thread : dead) {
          Session session = sessions.remove(thread);
          if (session != null) {
            session.close();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
