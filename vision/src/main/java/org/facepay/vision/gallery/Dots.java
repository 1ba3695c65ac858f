package org.facepay.vision.gallery;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products of one query with many rows, by the Vector API; the only code here that is shaped
 * by the processor.
 *
 * <p>Exact rows are floats one behind the other, read as four streams far apart: a processor
 * fetches ahead within a page only, so one stream waits at every page and four wait together.
 *
 * <p>Coarse rows are four bits a component and lie across the lanes: {@link #GROUP} rows together,
 * each in its own 16-bit lane, four components to a lane. So a lane adds up one row and nothing has
 * to be summed across lanes.
 */
final class Dots {
  /** Row lengths are padded with zeros to a multiple of this. */
  static final int LANES = 64;

  /** Coarse rows that are computed together. */
  static final int GROUP = ShortVector.SPECIES_PREFERRED.length();

  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> S = ShortVector.SPECIES_PREFERRED;

  private Dots() {}

  /** Inner products of the rows at {@code offset} and one, two and three times {@code apart} on. */
  static void exact4(float[] query, float[] rows, int offset, int apart, float[] out) {
    FloatVector a = FloatVector.zero(F);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    int second = offset + apart;
    int third = second + apart;
    int fourth = third + apart;
    for (int i = 0; i < query.length; i += F.length()) {
      FloatVector q = FloatVector.fromArray(F, query, i);
      a = FloatVector.fromArray(F, rows, offset + i).fma(q, a);
      b = FloatVector.fromArray(F, rows, second + i).fma(q, b);
      c = FloatVector.fromArray(F, rows, third + i).fma(q, c);
      d = FloatVector.fromArray(F, rows, fourth + i).fma(q, d);
    }
    out[0] = a.reduceLanes(VectorOperators.ADD);
    out[1] = b.reduceLanes(VectorOperators.ADD);
    out[2] = c.reduceLanes(VectorOperators.ADD);
    out[3] = d.reduceLanes(VectorOperators.ADD);
  }

  /** Inner product of one row. */
  static float exact(float[] query, float[] rows, int offset) {
    FloatVector sum = FloatVector.zero(F);
    for (int i = 0; i < query.length; i += F.length()) {
      sum = FloatVector.fromArray(F, rows, offset + i).fma(FloatVector.fromArray(F, query, i), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  /**
   * Inner products of a group of coarse rows. The 16-bit lanes may wrap on the way; what is left at
   * the end is right because it fits (see {@link CoarseQuery}).
   *
   * @param wide every component of the query repeated {@link #GROUP} times
   * @param start what a row of zero components would lack
   * @param worst products up to this are of no interest
   * @return whether one is larger than {@code worst}; only then {@code out} is written
   */
  static boolean coarse(
      short[] wide, short[] rows, int offset, short start, short worst, short[] out) {
    ShortVector a = ShortVector.broadcast(S, start);
    ShortVector b = ShortVector.zero(S);
    ShortVector c = b;
    ShortVector d = b;
    ShortVector four = ShortVector.broadcast(S, (short) 15);
    for (int i = 0; i < wide.length / 4; i += GROUP) {
      ShortVector x = ShortVector.fromArray(S, rows, offset + i);
      ShortVector y = x.lanewise(VectorOperators.LSHR, 4).and(four);
      ShortVector z = x.lanewise(VectorOperators.LSHR, 8).and(four);
      a = a.add(x.and(four).mul(ShortVector.fromArray(S, wide, 4 * i)));
      b = b.add(y.mul(ShortVector.fromArray(S, wide, 4 * i + GROUP)));
      c = c.add(z.mul(ShortVector.fromArray(S, wide, 4 * i + 2 * GROUP)));
      x = x.lanewise(VectorOperators.LSHR, 12);
      d = d.add(x.mul(ShortVector.fromArray(S, wide, 4 * i + 3 * GROUP)));
    }
    a = a.add(b).add(c.add(d));
    boolean interesting = a.compare(VectorOperators.GT, worst).anyTrue();
    if (interesting) {
      a.intoArray(out, 0);
    }
    return interesting;
  }

  /** The sum of all floats from the front to the back: the time to read them once. */
  static float readOnce(float[] rows) {
    FloatVector a = FloatVector.zero(F);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    int step = F.length();
    for (int i = 0; i < rows.length; i += 4 * step) {
      a = a.add(FloatVector.fromArray(F, rows, i));
      b = b.add(FloatVector.fromArray(F, rows, i + step));
      c = c.add(FloatVector.fromArray(F, rows, i + 2 * step));
      d = d.add(FloatVector.fromArray(F, rows, i + 3 * step));
    }
    return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
  }

  /** The same as four streams, in the order of {@link #exact4}. */
  static float readOnceInStreams(float[] rows) {
    FloatVector a = FloatVector.zero(F);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    int apart = rows.length / 4;
    for (int i = 0; i < apart; i += F.length()) {
      a = a.add(FloatVector.fromArray(F, rows, i));
      b = b.add(FloatVector.fromArray(F, rows, i + apart));
      c = c.add(FloatVector.fromArray(F, rows, i + 2 * apart));
      d = d.add(FloatVector.fromArray(F, rows, i + 3 * apart));
    }
    return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
  }
}
