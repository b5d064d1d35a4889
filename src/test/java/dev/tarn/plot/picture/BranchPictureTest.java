package dev.tarn.plot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.tarn.follow.Branch;
import dev.tarn.follow.Diagram;
import dev.tarn.plot.canvas.Range;
import dev.tarn.plot.format.Picture;
import dev.tarn.plot.picture.BranchPicture.Height;
import dev.tarn.potential.Vector;
import dev.tarn.study.Branches;
import dev.tarn.testing.Drawing;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BranchPictureTest {
  private static final Range ALL = new Range(false, Optional.empty(), Optional.empty());
  private static final String DASHES = "stroke-dasharray:3,2";

  private static Branch.Sample sample(double lambda, double energy, int index, double weight) {
    return new Branch.Sample(Math.log(lambda), energy, index, weight, Vector.of(weight, 0.0));
  }

  private static Branch branch(Branch.End end, Branch.Sample... samples) {
    return new Branch(end, ImmutableList.copyOf(samples), ImmutableList.of(), samples.length);
  }

  private static Diagram.Followed followed(int id, Branch branch) {
    return new Diagram.Followed(id, branch, OptionalInt.empty(), false);
  }

  private static Branch.CriticalPoint place(
      Branch.CriticalPoint.Kind kind, double lambda, double energy) {
    return new Branch.CriticalPoint(
        kind,
        Math.log(lambda),
        energy,
        0.0,
        0,
        1,
        kind == Branch.CriticalPoint.Kind.FOLD,
        Vector.of(1.0, 0.0));
  }

  /** A minimum that becomes a transition state, a minimum at zero, and one that is lost. */
  private static final Diagram.Followed CHANGING =
      followed(
          12,
          branch(
              Branch.End.ARRIVED,
              sample(1e-4, 0.1, 0, 4.0),
              sample(1e-3, 0.3, 0, 3.0),
              sample(1e-2, 0.6, 1, 2.0)));

  private static final Diagram.Followed ZERO =
      followed(
          34, branch(Branch.End.ARRIVED, sample(1e-4, 0.69, 0, 0.0), sample(1e-2, 0.69, 0, 1e-17)));
  private static final Diagram.Followed HIGH =
      followed(56, branch(Branch.End.STUCK, sample(1e-4, 0.4, 3, 1.0), sample(1e-3, 0.5, 3, 1.0)));

  private static Branches branches(ImmutableList<Diagram.Born> born, Diagram.Followed... followed) {
    Diagram.Event event =
        new Diagram.Event(
            place(Branch.CriticalPoint.Kind.BRANCH_POINT, 1e-3, 0.3), ImmutableList.of());
    return new Branches(
        1e-4, 1e-2, new Diagram(ImmutableList.copyOf(followed), ImmutableList.of(event), born));
  }

  private static Drawing drawing(Branches branches, Height height, Range range, int highest) {
    return Drawing.of(
        new BranchPicture(branches, height, range, highest, Picture.COLUMN, "branches"));
  }

  @Test
  void theLegendNamesWhatIsThere() {
    assertThat(drawing(branches(ImmutableList.of(), CHANGING, ZERO), Height.ENERGY, ALL, 9).texts())
        .containsSubsequence("minimum", "transition state", "branch point", "energy / nats")
        .contains("\u03bb", "12", "34")
        .doesNotContain("fold", "higher index", "not followed further");
    assertThat(drawing(branches(ImmutableList.of(), HIGH), Height.ENERGY, ALL, 9).texts())
        .containsSubsequence("higher index", "branch point", "not followed further")
        .doesNotContain("minimum", "transition state");
  }

  @Test
  void transitionStatesAreDashed() {
    Drawing stable = drawing(branches(ImmutableList.of(), ZERO), Height.ENERGY, ALL, 9);
    assertThat(stable.svg()).doesNotContain(DASHES);
    Drawing changing = drawing(branches(ImmutableList.of(), CHANGING), Height.ENERGY, ALL, 9);
    assertThat(changing.svg()).contains(DASHES);
  }

  @Test
  void saddlesOfHighIndexCanBeLeftOut() {
    Branches branches = branches(ImmutableList.of(), CHANGING, HIGH);
    assertThat(drawing(branches, Height.ENERGY, ALL, 1).texts())
        .contains("12")
        .doesNotContain("higher index", "56", "not followed further");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawing(branches(ImmutableList.of(), HIGH), Height.ENERGY, ALL, 1))
        .withMessage("no branch has a piece of index 1 or less");
  }

  /**
   * Rounding leaves weights of 1e-17 at the zero point, which is no reason for an axis down there.
   */
  @Test
  void theNormOfTheZeroPointIsZero() {
    Range logarithmic = new Range(true, Optional.empty(), Optional.empty());
    Drawing drawing =
        drawing(branches(ImmutableList.of(), CHANGING, ZERO), Height.NORM, logarithmic, 9);
    assertThat(drawing.texts()).contains("norm of the weights", "0", "2", "5");
  }

  @Test
  void branchesBornOnTheWayAreCounted() {
    Diagram.Born born =
        new Diagram.Born(
            34, branch(Branch.End.ARRIVED, sample(2e-3, 0.5, 0, 1.0), sample(1e-2, 0.6, 0, 1.0)));
    assertThat(drawing(branches(ImmutableList.of(born), ZERO), Height.ENERGY, ALL, 9).texts())
        .contains("1 branch begins at a branch point on the way");
    assertThat(drawing(branches(ImmutableList.of(born, born), ZERO), Height.ENERGY, ALL, 9).texts())
        .contains("2 branches begin at branch points on the way");
  }

  @Test
  void idsThatWouldTouchAreLeftOut() {
    Diagram.Followed close =
        followed(
            78,
            branch(Branch.End.ARRIVED, sample(1e-4, 0.1001, 0, 4.0), sample(1e-2, 0.5, 0, 2.0)));
    assertThat(
            drawing(branches(ImmutableList.of(), CHANGING, ZERO, close), Height.ENERGY, ALL, 9)
                .texts())
        .contains("12", "34")
        .doesNotContain("78");
  }
}
