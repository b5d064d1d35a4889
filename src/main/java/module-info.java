import org.jspecify.annotations.NullMarked;

/**
 * Maps the loss landscape of a small neural network: every minimum, every saddle, every path
 * between them. The engine needs Commons Math, EJML and Guava; databases, pictures and the command
 * line need the libraries that are required statically.
 */
@NullMarked
module dev.tarn {
  requires com.google.common;
  requires commons.math3;
  requires ejml.core;
  requires ejml.ddense;
  requires static org.jspecify;
  requires static com.fasterxml.jackson.core;
  requires static com.fasterxml.jackson.databind;
  requires static com.fasterxml.jackson.dataformat.toml;
  requires static de.rototor.pdfbox.graphics2d;
  requires static info.picocli;
  requires static transitive java.desktop;
  requires static java.logging;
  requires static java.sql;
  requires static me.tongfei.progressbar;
  requires static org.apache.commons.csv;
  requires static org.apache.commons.statistics.interval;
  requires static org.apache.pdfbox;
  requires static org.apache.xmlgraphics.batik.svggen;
  requires static org.xerial.sqlitejdbc;

  exports dev.tarn.data;
  exports dev.tarn.explore;
  exports dev.tarn.follow;
  exports dev.tarn.hop;
  exports dev.tarn.job;
  exports dev.tarn.landscape;
  exports dev.tarn.minimise;
  exports dev.tarn.network.kinds;
  exports dev.tarn.network;
  exports dev.tarn.path;
  exports dev.tarn.plot.format;
  exports dev.tarn.plot;
  exports dev.tarn.potential;
  exports dev.tarn.saddle;
  exports dev.tarn.stationary;
  exports dev.tarn.store;
  exports dev.tarn.study;
  exports dev.tarn.surfaces;
  exports dev.tarn.train;

  uses dev.tarn.store.LandscapeFormat;
  uses dev.tarn.store.PotentialCodec;

  provides dev.tarn.store.LandscapeFormat with
      dev.tarn.store.foreign.CsvFormat,
      dev.tarn.store.foreign.MinDataInfoFormat,
      dev.tarn.store.foreign.NpzFormat,
      dev.tarn.store.foreign.PathInfoFormat,
      dev.tarn.store.foreign.PathsampleFormat,
      dev.tarn.store.foreign.PeleFormat,
      dev.tarn.store.foreign.TopsearchFormat,
      dev.tarn.store.foreign.XyzFormat;
  provides dev.tarn.store.PotentialCodec with
      dev.tarn.store.network.NetworkCodec,
      dev.tarn.store.named.NamedCodec,
      dev.tarn.store.command.CommandCodec,
      dev.tarn.store.foreign.ImportedCodec;

  // Picocli fills the annotated fields of commands, Jackson reads and makes records.
  opens dev.tarn.cli to
      info.picocli;
  opens dev.tarn.cli.command to
      info.picocli;
  opens dev.tarn.cli.view to
      com.fasterxml.jackson.databind;
  opens dev.tarn.plot.report to
      com.fasterxml.jackson.databind;
  opens dev.tarn.store.network to
      com.fasterxml.jackson.databind;
  opens dev.tarn.store to
      com.fasterxml.jackson.databind;
}
