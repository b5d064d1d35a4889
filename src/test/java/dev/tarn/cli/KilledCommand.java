package dev.tarn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command to be killed, one of those that write.
 *
 * @param name its folder
 * @param kills how often
 * @param longest milliseconds that it has at most once it has begun to write
 * @param words the command line, in which {@code {}} stands for the folder
 */
record KilledCommand(String name, int kills, int longest, Again again, String words) {
  /** What becomes of what a command writes when it runs again. */
  enum Again {
    GROWS,
    IS_REPLACED,
    IS_REFUSED
  }

  Object[] in(Path folder) {
    return words.replace("{}", folder.toString()).split(" ");
  }

  /**
   * The commands that write.
   *
   * @param two a database of two hidden units
   * @param exported what has been exported of it
   * @param surface a database of a surface of two variables
   * @param grid a folder with the database of two hidden units at 1e-2
   */
  static List<KilledCommand> all(Path two, Path exported, Path surface, Path grid) {
    String networks = " --hidden 1..2 --lambda 1e-2,1e-4 --effort low --threads 1 --out {}";
    String of = " --db " + two;
    String small = " --layers 2-2-1 --activation elu --points 5 --walks 2 --quiet";
    List<KilledCommand> victims =
        new ArrayList<>(
            List.of(
                new KilledCommand(
                    "explore",
                    20,
                    300,
                    Again.GROWS,
                    "explore --hidden 4 --lambda 1e-5 --threads 1 --db {}/x.db"),
                new KilledCommand(
                    "enumerate",
                    10,
                    300,
                    Again.GROWS,
                    "enumerate --hidden 3 --lambda 1e-5 --threads 1 --db {}/x.db"),
                new KilledCommand("sweep", 10, 300, Again.GROWS, "sweep" + networks),
                new KilledCommand("claims", 8, 300, Again.GROWS, "claims" + networks),
                new KilledCommand(
                    "paper",
                    4,
                    300,
                    Again.GROWS,
                    "paper --figures 2 --quick --max-time 1s --threads 1 --quiet --out {}"),
                new KilledCommand(
                    "follow",
                    6,
                    400,
                    Again.GROWS,
                    "follow --to 2e-2 --threads 1 --out {}/x.db" + of),
                new KilledCommand(
                    "certify",
                    6,
                    40,
                    Again.IS_REPLACED,
                    "certify --db {}/x.db --out {}/certificate.json"),
                new KilledCommand(
                    "import",
                    5,
                    60,
                    Again.IS_REFUSED,
                    "import " + exported + " --db {}/x.db --like " + two),
                new KilledCommand(
                    "export",
                    5,
                    10,
                    Again.IS_REFUSED,
                    "export --to pathsample --out {}/files" + of)));
    victims.addAll(
        List.of(
            file(3, "report --out {}/page.html" + of),
            file(2, "show 1 --out {}/weights.npz" + of),
            file(2, "clouds --bars {}/bars.svg --out {}/clouds.pdf" + small),
            file(3, "reliability --hidden 2 --lambda 1e-2 --runs 2 --quiet --out {}/r.svg"),
            file(3, "visit --seed 1 --steps 50 --out {}/visit.svg" + of),
            file(2, "thermo --from 0.01 --to 1 --out {}/c.svg" + of),
            file(2, "rates --temperature 0.05 --b 1 --out {}/committors.svg" + of),
            file(2, "plot tree --out {}/tree.svg,{}/tree.png" + of),
            file(1, "plot network 1 --out {}/network.png" + of),
            file(1, "plot sensitivity 1 --out {}/map.svg" + of),
            file(1, "plot profile --from 3 --to 4 --out {}/profile.pdf" + of),
            file(1, "plot spectrum 1 --out {}/spectrum.svg" + of),
            file(1, "plot branches --to 2e-2 --quiet --out {}/branches.svg" + of),
            file(1, "plot surface --out {}/surface.svg --db " + surface),
            file(1, "plot counts --hidden 2 --lambda 1e-2 --out {}/counts.svg --in " + grid)));
    return victims;
  }

  /** A command that writes files, and them alone. */
  private static KilledCommand file(int kills, String words) {
    String name = words.replaceFirst(" [^a-z].*", "").replace(' ', '-');
    return new KilledCommand(name, kills, 40, Again.IS_REPLACED, words);
  }
}
