package dev.tarn.cli.command;

import dev.tarn.certify.CatalogueProof;
import dev.tarn.certify.ProvenPoint;
import dev.tarn.cli.view.CertificateCheck;
import dev.tarn.cli.view.CertificateFile;
import dev.tarn.cli.view.CertifyReport;
import dev.tarn.cli.view.Console;
import dev.tarn.landscape.Landscape;
import dev.tarn.potential.Potential;
import dev.tarn.store.Certificates;
import dev.tarn.store.Certificates.Certificate;
import dev.tarn.store.LandscapeDatabase;
import dev.tarn.store.PotentialCodec;
import dev.tarn.text.Json;
import dev.tarn.text.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "certify",
    header = "Proves the points of a database by interval arithmetic.",
    description = {
      "",
      "Of each point: that it exists, that it is the only one in its box, that it has the index and"
          + " the number of copies that the database says; and that no two are one. A point of which"
          + " something is not proven, or is wrong, is named with the reason. Which minima a"
          + " transition state joins is not proven.",
      "The database keeps what was proven, for summary and list. --out writes a certificate that"
          + " examples/python/check_certificate.py verifies without Tarn.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar tarn.jar certify --db xor2.db",
      "  java -jar tarn.jar certify --db xor2.db --out xor2-certificate.json"
    })
public final class CertifyCommand extends DatabaseCommand {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the certificate, as JSON, for networks with one hidden layer.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "Reads such a certificate back: whether all that it claims of the database's points is"
              + " proven.")
  private Optional<Path> check = Optional.empty();

  @Mixin private final JsonOption json = new JsonOption();

  public CertifyCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    PotentialCodec.Description description;
    try (LandscapeDatabase database = readAsItIs()) {
      description = database.description();
    }
    out.ifPresent(this::refuseToReplace);
    Potential potential = description.potential();
    if (check.isPresent()) {
      refuse("means nothing beside --check, which writes nothing", "--out");
    }
    if ((out.isPresent() || check.isPresent()) && !CertificateFile.serves(potential)) {
      throw badInput(
          (out.isPresent() ? "--out" : "--check")
              + " is for networks with one hidden layer, not for "
              + description);
    }
    try (LandscapeDatabase database = LandscapeDatabase.open(file(), description)) {
      Landscape landscape = database.landscape();
      CatalogueProof proof;
      try {
        proof = CatalogueProof.of(potential, landscape.points(), landscape.degeneratePoints());
      } catch (IllegalArgumentException e) {
        throw badInput(e);
      }
      if (check.isPresent()) {
        CertificateCheck checked = check(check.get(), potential, proof);
        json.print(checked, out());
        return checked.isVerified() ? ExitCodes.DONE : ExitCodes.FAILED;
      }
      Certificates.keep(
          database, landscape, proof.results().stream().map(CertifyCommand::row).toList());
      out.ifPresent(path -> write(path, potential, proof));
      json.print(new CertifyReport(proof, landscape, potential), out());
    }
    return ExitCodes.DONE;
  }

  private static Certificate row(CatalogueProof.Result result) {
    if (result.proven().isEmpty()) {
      double none = Double.NaN;
      return new Certificate(result.id(), result.reason(), none, none, none, none, none);
    }
    ProvenPoint point = result.proven().get();
    return new Certificate(
        result.id(),
        "",
        point.energy().lower(),
        point.energy().upper(),
        point.smallestMagnitude(),
        point.radius(),
        point.uniqueness());
  }

  private CertificateCheck check(Path path, Potential potential, CatalogueProof proof) {
    try {
      return CertificateCheck.of(Files.readString(path), potential, proof);
    } catch (IllegalArgumentException e) {
      throw badInput(path + " is no certificate: " + e.getMessage());
    } catch (IOException e) {
      throw badInput(path + " cannot be read: " + e.getMessage());
    }
  }

  private void write(Path path, Potential potential, CatalogueProof proof) {
    String text = Json.indented(CertificateFile.of(potential, proof));
    try {
      WholeFile.write(path, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw badInput(path + " cannot be written: " + e.getMessage());
    }
  }
}
