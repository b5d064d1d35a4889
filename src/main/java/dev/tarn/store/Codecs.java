package dev.tarn.store;

import dev.tarn.data.UnusableFileException;
import dev.tarn.text.ClassPath;
import dev.tarn.text.Json;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The codecs that there are: those of the class path, and those of jars, whose places are kept in
 * the database beside what the codec writes. Stateless.
 */
final class Codecs {
  /** Where a codec is found that is not on the class path: absolute jars and folders, as JSON. */
  private static final String CLASS_PATH = "class_path";

  /** Classes of two loaders are different, and so would be equal descriptions. */
  private static final ConcurrentMap<List<Path>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  private Codecs() {}

  /** The codecs that jars name, and no others. */
  static List<PotentialCodec> in(List<Path> places) {
    ClassLoader loader = LOADERS.computeIfAbsent(List.copyOf(places), ClassPath::loader);
    try {
      return ServiceLoader.load(PotentialCodec.class, loader).stream()
          .filter(provider -> provider.type().getClassLoader() == loader)
          .map(ServiceLoader.Provider::get)
          .toList();
    } catch (ServiceConfigurationError e) {
      throw new IllegalArgumentException("a codec of " + places + " cannot be made: " + e, e);
    }
  }

  /**
   * The values that describe a potential.
   *
   * @throws IllegalArgumentException if no codec knows the description
   */
  static Map<String, Object> write(PotentialCodec.Description description) {
    for (PotentialCodec codec : ServiceLoader.load(PotentialCodec.class)) {
      Optional<Map<String, Object>> values = codec.write(description);
      if (values.isPresent()) {
        return values.get();
      }
    }
    if (description.getClass().getClassLoader() instanceof URLClassLoader loader) {
      for (PotentialCodec codec : ServiceLoader.load(PotentialCodec.class, loader)) {
        Optional<Map<String, Object>> values = codec.write(description);
        if (values.isPresent()) {
          Map<String, Object> all = new HashMap<>(values.get());
          all.put(CLASS_PATH, Json.line(places(loader)));
          return all;
        }
      }
    }
    throw new IllegalArgumentException(
        "no PotentialCodec writes the description of "
            + description
            + ": name one in META-INF/services/"
            + PotentialCodec.class.getName());
  }

  private static List<String> places(URLClassLoader loader) {
    List<String> places = new ArrayList<>();
    for (URL url : loader.getURLs()) {
      try {
        places.add(Path.of(url.toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(url + " is no file", e);
      }
    }
    return places;
  }

  /** The codec that reads a description in a file. */
  static PotentialCodec reading(Path file, Map<String, Object> values) {
    String kind = String.valueOf(values.get(PotentialCodec.KIND));
    Set<String> known = new TreeSet<>();
    for (PotentialCodec codec : ServiceLoader.load(PotentialCodec.class)) {
      if (codec.kinds().contains(kind)) {
        return codec;
      }
      known.addAll(codec.kinds());
    }
    String where = "";
    if (values.get(CLASS_PATH) instanceof String text) {
      List<Path> places = new ArrayList<>();
      Json.read(text).forEach(place -> places.add(Path.of(place.asText())));
      try {
        for (PotentialCodec codec : in(places)) {
          if (codec.kinds().contains(kind)) {
            return codec;
          }
        }
      } catch (IllegalArgumentException e) {
        throw new UnusableFileException(
            file
                + " holds the landscape of \""
                + kind
                + "\", whose class is gone: "
                + e.getMessage(),
            e);
      }
      where = ", and no codec of " + places + " reads it";
    }
    throw new UnusableFileException(
        file
            + " holds the landscape of another kind of potential: \""
            + kind
            + "\" where one of \""
            + String.join("\", \"", known)
            + "\" is expected"
            + where);
  }
}
