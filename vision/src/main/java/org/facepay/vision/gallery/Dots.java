package org.facepay.vision.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products of one query with many rows, by the Vector API. Rows lie one behind the other;
 * their length is a multiple of {@link #LANES}.
 */
final class Dots {
  /** Row lengths are padded with zeros to a multiple of this. */
  static final int LANES = 64;

  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> B = ByteVector.SPECIES_128;
  private static final VectorSpecies<Short> S = ShortVector.SPECIES_256;

  private Dots() {}

  /**
   * Cosine of one float row, four accumulators deep so that the memory and not the adder is waited
   * for.
   */
  static float exact(float[] query, float[] rows, int offset) {
    int length = query.length;
    int step = F.length();
    FloatVector a = FloatVector.zero(F);
    FloatVector b = FloatVector.zero(F);
    FloatVector c = FloatVector.zero(F);
    FloatVector d = FloatVector.zero(F);
    for (int i = 0; i < length; i += 4 * step) {
      a = FloatVector.fromArray(F, rows, offset + i).fma(FloatVector.fromArray(F, query, i), a);
      b =
          FloatVector.fromArray(F, rows, offset + i + step)
              .fma(FloatVector.fromArray(F, query, i + step), b);
      c =
          FloatVector.fromArray(F, rows, offset + i + 2 * step)
              .fma(FloatVector.fromArray(F, query, i + 2 * step), c);
      d =
          FloatVector.fromArray(F, rows, offset + i + 3 * step)
              .fma(FloatVector.fromArray(F, query, i + 3 * step), d);
    }
    return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
  }

  /** Largest size of a coarse component: eight products fit a short (8 * 63² &lt; 2¹⁵). */
  static final int COARSE = 63;

  /**
   * Inner product of a row of bytes with a query of shorts, both in -63..63. Eight products are
   * added as shorts before they are widened, which is what makes the compressed pass several times
   * faster than reading the floats.
   */
  static int coarse(short[] query, MemorySegment rows, long offset) {
    IntVector sum = IntVector.zero(IntVector.SPECIES_256);
    int i = 0;
    while (i < query.length) {
      ShortVector a = ShortVector.zero(S);
      ShortVector b = ShortVector.zero(S);
      int end = Math.min(query.length, i + 8 * 16);
      for (; i < end; i += 32) {
        a = a.add(row(rows, offset + i).mul(ShortVector.fromArray(S, query, i)));
        b = b.add(row(rows, offset + i + 16).mul(ShortVector.fromArray(S, query, i + 16)));
      }
      IntVector pairs = a.add(b).reinterpretAsInts();
      sum = sum.add(pairs.lanewise(VectorOperators.ASHR, 16));
      sum = sum.add(pairs.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16));
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  private static ShortVector row(MemorySegment rows, long offset) {
    return (ShortVector)
        ByteVector.fromMemorySegment(B, rows, offset, ByteOrder.nativeOrder())
            .convertShape(VectorOperators.B2S, S, 0);
  }

  /** The sum of all floats: the time it takes is the time to read the vectors once. */
  static float readOnce(float[] rows, int from, int to) {
    int step = F.length();
    FloatVector a = FloatVector.zero(F);
    FloatVector b = FloatVector.zero(F);
    FloatVector c = FloatVector.zero(F);
    FloatVector d = FloatVector.zero(F);
    for (int i = from; i < to; i += 4 * step) {
      a = a.add(FloatVector.fromArray(F, rows, i));
      b = b.add(FloatVector.fromArray(F, rows, i + step));
      c = c.add(FloatVector.fromArray(F, rows, i + 2 * step));
      d = d.add(FloatVector.fromArray(F, rows, i + 3 * step));
    }
    return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
  }

  /** Bytes of a heap array as the coarse search reads them. */
  static MemorySegment bytes(byte[] array) {
    return MemorySegment.ofArray(array).asSlice(0, array.length * ValueLayout.JAVA_BYTE.byteSize());
  }
}
