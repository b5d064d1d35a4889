package dev.tarn.plot;

import dev.tarn.landscape.EnergyProfile;
import dev.tarn.landscape.Landscape;
import dev.tarn.network.LayeredNetwork;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.format.PictureFormat;
import dev.tarn.plot.picture.DisconnectivityGraph;
import dev.tarn.plot.picture.NetworkDiagram;
import dev.tarn.plot.picture.ProfilePicture;
import dev.tarn.plot.picture.SensitivityPicture;
import dev.tarn.plot.picture.Spectrum;
import dev.tarn.plot.picture.SpectrumPicture;
import dev.tarn.stationary.StationaryPoint;
import dev.tarn.study.SensitivityMap;
import dev.tarn.text.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of a landscape, one column wide and in the style that the commands draw in by default,
 * and the way to files. Stateless; may be used from any thread.
 */
public final class Pictures {
  /** The largest magnitude of a weight that counts as zero, as in the paper. */
  private static final double ZERO_WEIGHT = 1e-10;

  private Pictures() {}

  /**
   * The disconnectivity graph of all minima of a landscape.
   *
   * @param landscape a landscape; not modified
   * @return the picture
   * @throws IllegalArgumentException if it has no minimum
   */
  public static Picture disconnectivityGraph(Landscape landscape) {
    return disconnectivityGraph(landscape, "");
  }

  /**
   * The disconnectivity graph of all minima of a landscape.
   *
   * @param landscape a landscape; not modified
   * @param unit the unit of the energies, such as {@code nats} for networks; empty for none
   * @return the picture
   * @throws IllegalArgumentException if it has no minimum
   */
  public static Picture disconnectivityGraph(Landscape landscape, String unit) {
    return DisconnectivityGraph.of(landscape, unit);
  }

  /**
   * The energy along a path, on a linear scale.
   *
   * @param profile the profile
   * @return the picture
   */
  public static Picture profile(EnergyProfile profile) {
    return profile(profile, "");
  }

  /**
   * The energy along a path, on a linear scale.
   *
   * @param profile the profile
   * @param unit the unit of the energies, such as {@code nats} for networks; empty for none
   * @return the picture
   */
  public static Picture profile(EnergyProfile profile, String unit) {
    List<ProfilePicture.Named> one = List.of(new ProfilePicture.Named("", profile));
    return ProfilePicture.of(one, false, unit, Picture.COLUMN, "Energy along a path");
  }

  /**
   * The Hessian eigenvalues of points, one beside the other.
   *
   * @param points the points, at least one
   * @return the picture
   * @throws IllegalArgumentException if there is no point, or more than fit; the message says how
   *     many do
   */
  public static Picture spectra(List<StationaryPoint> points) {
    List<Spectrum> spectra = points.stream().map(Spectrum::of).toList();
    return new SpectrumPicture(spectra, 0.0, Picture.COLUMN, "Hessian eigenvalues");
  }

  /**
   * The weights of a network.
   *
   * @param network the network with its weights
   * @return the picture
   */
  public static Picture network(LayeredNetwork network) {
    return new NetworkDiagram(network, ZERO_WEIGHT, Picture.COLUMN, "Network");
  }

  /**
   * The answers of a network of two inputs.
   *
   * @param map the answers
   * @return the picture
   */
  public static Picture answers(SensitivityMap map) {
    return new SensitivityPicture(map, Picture.COLUMN, "Answers");
  }

  /**
   * Writes a picture to a file, in the format that its name ends in. A file that was there is
   * replaced when the new one is whole, and not before.
   *
   * @param picture the picture
   * @param file the file, ending in {@code .svg}, {@code .png} or {@code .pdf}; its folder exists
   * @param dpi the resolution of a PNG, in dots per inch, positive; ignored by the other formats
   * @throws IllegalArgumentException if the name ends in another way
   * @throws IOException if the folder does not exist or cannot be written to
   */
  public static void write(Picture picture, Path file, double dpi) throws IOException {
    PictureFormat format = PictureFormat.of(file);
    WholeFile.write(file, out -> format.write(picture, dpi, out));
  }
}
