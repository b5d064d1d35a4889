package dev.tarn.text;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Classes that are not Tarn's. Stateless. */
public final class ClassPath {
  private ClassPath() {}

  /**
   * A loader of the classes in some places, and of Tarn's own. It is not to be closed: what it has
   * loaded may need further classes at any time.
   *
   * @param places jars and folders of classes
   * @return the loader
   * @throws IllegalArgumentException if there is nothing in a place; the message says where
   */
  public static ClassLoader loader(List<Path> places) {
    URL[] urls = places.stream().map(ClassPath::url).toArray(URL[]::new);
    return new URLClassLoader(urls, ClassPath.class.getClassLoader());
  }

  private static URL url(Path place) {
    if (!Files.exists(place)) {
      throw new IllegalArgumentException("there is no file or folder " + place);
    }
    try {
      return place.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(place + " is no jar and no folder: " + e.getMessage(), e);
    }
  }
}
