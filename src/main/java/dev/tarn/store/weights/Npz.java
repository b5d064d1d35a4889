package dev.tarn.store.weights;

import dev.tarn.text.Npy;
import dev.tarn.text.Tensor;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Arrays with names in one file, as numpy's {@code savez} writes them. */
public final class Npz {
  private static final String SUFFIX = ".npy";

  private Npz() {}

  static List<Tensor> read(InputStream in) throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(SUFFIX)) {
          tensors.add(
              Npy.read(
                  new BufferedInputStream(zip),
                  name.substring(0, name.length() - SUFFIX.length())));
        }
      }
    } catch (EOFException e) {
      throw new IllegalArgumentException("a damaged archive: it ends too early", e);
    } catch (ZipException e) {
      throw new IllegalArgumentException("a damaged archive: " + e.getMessage(), e);
    }
    return tensors;
  }

  static void write(OutputStream out, List<Tensor> tensors) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Tensor tensor : tensors) {
      begin(zip, tensor.name());
      Npy.write(zip, tensor.shape(), tensor.values());
      zip.closeEntry();
    }
    // The stream is the caller's.
    zip.finish();
  }

  /**
   * Begins an array of an archive; the same arrays always make the same file.
   *
   * @param zip the archive
   * @param name the array's name
   * @throws IOException if writing fails
   */
  public static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name + SUFFIX);
    entry.setTime(0L);
    zip.putNextEntry(entry);
  }
}
