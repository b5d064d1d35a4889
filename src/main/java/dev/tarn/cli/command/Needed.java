package dev.tarn.cli.command;

import java.util.List;

/**
 * Which commands a command line may be about. To make a command, picocli reads its class and those
 * of its options, which takes longer than many a command does.
 */
public final class Needed {
  private Needed() {}

  /**
   * The commands that have to be made: the one that is named, or all of them where the help, a
   * wrong word or a configuration file may be about any.
   *
   * @param names the names of all commands of a level
   * @param place where among the words the command's name stands
   * @param args the words of the command line
   * @return one of the names, or all
   */
  public static List<String> of(List<String> names, int place, String... args) {
    if (place < args.length && names.contains(args[place]) && !Configuration.mayBeNamed(args)) {
      return List.of(args[place]);
    }
    return names;
  }
}
