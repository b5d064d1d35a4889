package dev.tarn.store;

import dev.tarn.text.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.zip.CRC32;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, kept where the next process finds it. By itself the driver unpacks the
 * library into the folder of temporary files whenever a process opens its first database, which
 * takes longer than to read a small landscape.
 *
 * <p>What is in the folder runs as the program's own code, so it has to be the user's alone.
 * Stateless; safe for use by several threads and by several processes at once.
 */
public final class SqliteLibrary {
  /** Where the driver looks first. */
  static final String PROPERTY = "org.sqlite.lib.path";

  /** Beside the copy: its size and checksum. */
  static final String SUM = "sum.txt";

  /** The driver's version where its jar has lost the file that tells it. */
  private static final String UNKNOWN = "unknown";

  private SqliteLibrary() {}

  /**
   * Has the driver load its library from a copy in a folder. The copy is made if there is none or
   * if size or checksum (CRC-32) show that it is damaged. Sets the system property {@code
   * org.sqlite.lib.path}, so this holds for the process, and for databases opened afterwards if
   * none was opened before.
   *
   * <p>Nothing is changed, and the driver unpacks the library as ever, where the property is set
   * already, the folder cannot be made or written, the folder or the one that it lies in is another
   * user's or may be written by others (on systems with POSIX permissions), or the driver knows no
   * version of itself or no library for this machine.
   *
   * @param folder a folder of this user's, for example one in {@code ~/.cache}; made if need be,
   *     with permissions for the user alone
   * @return whether the library will be loaded from there
   */
  public static boolean keepIn(Path folder) {
    if (System.getProperty(PROPERTY) != null) {
      return false;
    }
    String version = SQLiteJDBCLoader.getVersion();
    if (version.equals(UNKNOWN)) {
      return false;
    }
    try {
      Path own = folder.toAbsolutePath().resolve(name(version));
      makeFolder(own);
      Path library = own.resolve(LibraryLoaderUtil.getNativeLibName());
      if (!isWhole(library) && !copy(library)) {
        return false;
      }
      System.setProperty(PROPERTY, own.toString());
      return true;
    } catch (IOException e) {
      // The driver's own way costs time only.
      System.getLogger(SqliteLibrary.class.getName())
          .log(System.Logger.Level.DEBUG, "no copy of SQLite's library", e);
      return false;
    }
  }

  /**
   * Has the driver unpack its library into a folder of this process's own within that for temporary
   * files, and clears away the folders of such processes that were killed. For where {@link
   * #keepIn} finds no place. Sets the system property {@code org.sqlite.tmpdir}, so this holds for
   * the process, and for databases opened afterwards if none was opened before. A second call
   * changes nothing.
   *
   * <p>Nothing is changed, and the driver unpacks the library as ever, where {@code
   * org.sqlite.lib.path} is set or the folder for temporary files cannot be written.
   */
  public static void unpackApart() {
    if (System.getProperty(PROPERTY) != null) {
      return;
    }
    try {
      UnpackFolder.make();
    } catch (IOException e) {
      // The driver finds out by itself, and then the error is explained.
      System.getLogger(SqliteLibrary.class.getName())
          .log(System.Logger.Level.DEBUG, "no folder for SQLite's library", e);
    }
  }

  /**
   * A name for each version and kind of machine. Which C library the system has is not asked, as
   * that takes as long as unpacking: in a home that systems with different ones share, the driver
   * finds that it cannot load the copy, and unpacks the right one.
   */
  private static String name(String version) {
    String machine = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
    return "sqlite-" + version + "-" + machine.replace(' ', '-');
  }

  /** Makes a folder with its parents; fails if somebody else might put something into it. */
  private static void makeFolder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(folder);
      return;
    }
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    UserPrincipal user = user(folder);
    Path parent = folder.getParent();
    Path above = parent == null ? null : parent.getParent();
    checkPrivate(folder, user, LinkOption.NOFOLLOW_LINKS);
    if (parent != null) {
      checkPrivate(parent, user, LinkOption.NOFOLLOW_LINKS);
    }
    if (above != null) {
      checkPrivate(above, user);
    }
  }

  /** Whether a file belongs to the user who runs this process, where files belong to users. */
  static boolean isOfUser(Path file) throws IOException {
    return !file.getFileSystem().supportedFileAttributeViews().contains("posix")
        || Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(user(file));
  }

  private static UserPrincipal user(Path file) throws IOException {
    return file.getFileSystem()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(System.getProperty("user.name"));
  }

  private static void checkPrivate(Path folder, UserPrincipal user, LinkOption... links)
      throws IOException {
    PosixFileAttributes is = Files.readAttributes(folder, PosixFileAttributes.class, links);
    if (!is.isDirectory()
        || !is.owner().equals(user)
        || is.permissions().contains(PosixFilePermission.GROUP_WRITE)
        || is.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(folder + " is not a folder that only " + user + " may write");
    }
  }

  private static boolean isWhole(Path library) throws IOException {
    try {
      return Files.readString(library.resolveSibling(SUM)).equals(sum(Files.readAllBytes(library)));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static String sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return bytes.length + " " + sum.getValue();
  }

  /** Copies the library out of the driver; false if there is none for this machine. */
  private static boolean copy(Path library) throws IOException {
    String resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (InputStream in = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      if (in == null) {
        return false;
      }
      byte[] bytes = in.readAllBytes();
      // The same from every process, so it does not matter whose file replaces whose.
      WholeFile.writePrivately(library, out -> out.write(bytes));
      WholeFile.writePrivately(
          library.resolveSibling(SUM),
          out -> out.write(sum(bytes).getBytes(StandardCharsets.UTF_8)));
      return true;
    }
  }
}
