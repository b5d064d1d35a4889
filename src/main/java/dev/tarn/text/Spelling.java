package dev.tarn.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds what a mistyped word was meant to be. Stateless. */
public final class Spelling {
  private Spelling() {}

  /**
   * The words that a mistyped one is nearest to. A word counts as near if at most one in three
   * letters of the longer one is wrong, so that a guess has more right than wrong; one that the
   * mistyped word begins counts as one letter off.
   *
   * @param typed what was typed
   * @param words what is possible
   * @return the nearest ones, all of the same distance, in the order of {@code words}; empty if
   *     none is near
   */
  public static List<String> nearest(String typed, Collection<String> words) {
    List<String> nearest = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (String word : words) {
      boolean begun = typed.length() > 1 && word.startsWith(typed) && !word.equals(typed);
      int distance = begun ? 1 : distance(typed, word);
      if (3 * distance > Math.max(typed.length(), word.length()) || distance > least) {
        continue;
      }
      if (distance < least) {
        nearest.clear();
        least = distance;
      }
      nearest.add(word);
    }
    return List.copyOf(nearest);
  }

  /**
   * How many letters have to be put in, left out, replaced or exchanged with their neighbour to
   * make one word of another: the distance of Damerau (Commun. ACM 7, 171, 1964) in its restricted
   * form, where no part of a word is changed twice. Time and memory are those of a table of the two
   * lengths.
   *
   * @param a a word
   * @param b another
   * @return 0 for equal words; the same for {@code (b, a)}
   */
  public static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
        least = Math.min(least, table[i - 1][j - 1] + wrong);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, table[i - 2][j - 2] + 1);
        }
        table[i][j] = least;
      }
    }
    return table[a.length()][b.length()];
  }
}
