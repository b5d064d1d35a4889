package dev.tarn.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this process's own, within that for temporary files, into which the driver unpacks
 * its library. The driver leaves what it has unpacked when the process is killed, and nothing about
 * the files tells whose they are. In a folder with a file that the process holds a lock on, what is
 * left over is known for certain: nobody holds the lock.
 */
final class UnpackFolder {
  /** Where the driver unpacks, if not in the folder of {@code java.io.tmpdir}. */
  static final String PROPERTY = "org.sqlite.tmpdir";

  static final String PREFIX = "tarn-sqlite-";
  static final String LOCK = "lock";

  /**
   * A process that was killed before it had its lock leaves a folder of which nothing else tells.
   */
  private static final Duration UNLOCKED_FOR_LONG = Duration.ofDays(1);

  /** Held for the life of the process; an unreachable channel might be closed. */
  private static @Nullable FileChannel lock;

  private static @Nullable Path around;

  private UnpackFolder() {}

  /** The folder for temporary files, which holds those of the processes. */
  static synchronized Path base() {
    return around != null
        ? around
        : Path.of(System.getProperty(PROPERTY, System.getProperty("java.io.tmpdir", "")));
  }

  /**
   * Makes the folder of this process, once, and has the driver unpack there; clears away those of
   * processes that have ended.
   *
   * @throws IOException if there can be none; the driver is left alone then
   */
  static synchronized void make() throws IOException {
    if (lock != null) {
      return;
    }
    Path base = base();
    clear(base);
    Path folder = Files.createTempDirectory(base, PREFIX);
    // Deleted in reverse order: what the driver puts in, the lock, the folder.
    folder.toFile().deleteOnExit();
    lock = lockIn(folder);
    around = base;
    System.setProperty(PROPERTY, folder.toAbsolutePath().toString());
  }

  /** Takes the lock under another name first, so that nobody finds the file without the lock. */
  static FileChannel lockIn(Path folder) throws IOException {
    Path early = folder.resolve("early");
    FileChannel channel =
        FileChannel.open(early, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      channel.lock();
      Path file = Files.move(early, folder.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
      file.toFile().deleteOnExit();
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Removes the folders of this user's processes that have ended; what resists stays. */
  static void clear(Path base) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(base, PREFIX + "*")) {
      for (Path folder : folders) {
        try {
          if (isLeft(folder)) {
            remove(folder);
          }
        } catch (IOException e) {
          System.getLogger(UnpackFolder.class.getName())
              .log(System.Logger.Level.DEBUG, "stays: " + folder, e);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static boolean isLeft(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !SqliteLibrary.isOfUser(folder)) {
      return false;
    }
    Path file = folder.resolve(LOCK);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      FileTime changed = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS);
      return changed.toInstant().isBefore(Instant.now().minus(UNLOCKED_FOR_LONG));
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Held by this process.
      return false;
    }
  }

  private static void remove(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        // The lock goes last: what a second attempt finds is still known as left over.
        if (!file.endsWith(LOCK)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Files.deleteIfExists(folder.resolve(LOCK));
    Files.deleteIfExists(folder);
  }
}
