package dev.tarn.store.named;

import com.google.common.collect.ImmutableList;
import dev.tarn.potential.Potential;
import dev.tarn.surfaces.Cluster;
import dev.tarn.surfaces.DoubleWells;
import dev.tarn.surfaces.Himmelblau;
import dev.tarn.surfaces.MuellerBrown;
import dev.tarn.surfaces.SixHumpCamel;
import dev.tarn.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The surfaces that come with Tarn, by the names of the command line. */
enum BuiltIn {
  LENNARD_JONES("lj", NamedPotential.ATOMS),
  MORSE("morse", NamedPotential.ATOMS, "rho"),
  MUELLER_BROWN("mueller-brown"),
  CAMEL("camel"),
  HIMMELBLAU("himmelblau"),
  DOUBLE_WELLS("double-wells", "variables");

  /** The range at which a Morse pair is as stiff at its minimum as a Lennard-Jones pair. */
  private static final double LIKE_LENNARD_JONES = 6.0;

  private final String label;
  private final ImmutableList<String> keys;

  BuiltIn(String label, String... keys) {
    this.label = label;
    this.keys = ImmutableList.copyOf(keys);
  }

  /** A potential and what it is called. */
  record Made(Potential potential, String text) {}

  /** The surface of a name, if there is one. */
  static Optional<BuiltIn> of(String name) {
    return Arrays.stream(values()).filter(each -> each.label.equals(name)).findFirst();
  }

  String label() {
    return label;
  }

  /** The names of its settings. */
  List<String> keys() {
    return keys;
  }

  /** Makes it; the settings remember what was read. */
  Made make(Settings settings) {
    return switch (this) {
      case LENNARD_JONES -> lennardJones(settings.whole(NamedPotential.ATOMS));
      case MORSE ->
          morse(settings.whole(NamedPotential.ATOMS), settings.number("rho", LIKE_LENNARD_JONES));
      case MUELLER_BROWN -> new Made(new MuellerBrown(), "the Mueller-Brown surface");
      case CAMEL -> new Made(new SixHumpCamel(), "the six-hump camel function");
      case HIMMELBLAU -> new Made(new Himmelblau(), "Himmelblau's function");
      case DOUBLE_WELLS -> doubleWells(settings.whole("variables"));
    };
  }

  private static Made lennardJones(int atoms) {
    return new Made(
        Cluster.lennardJones(atoms), "the Lennard-Jones cluster of " + atoms + " atoms");
  }

  private static Made morse(int atoms, double rho) {
    return new Made(
        Cluster.morse(atoms, rho),
        "the Morse cluster of " + atoms + " atoms, rho " + Numbers.plain(rho));
  }

  private static Made doubleWells(int variables) {
    return new Made(
        DoubleWells.equal(variables),
        "the double wells in " + Numbers.count(variables, "variable", "variables"));
  }
}
