package org.facepay.terminal.world.faces;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.facepay.terminal.member.Consent.Purpose;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.world.members.MemberFiles;
import org.facepay.vision.face.EvidencePolicy;
import org.facepay.vision.face.Similarity;
import org.facepay.vision.gallery.GalleryException;
import org.facepay.vision.gallery.TemplateStore;

/** Somebody joins with a picture instead of before the camera. */
public final class Enrolment {
  private static final float SAME_FACE = EvidencePolicy.standard().same();

  private Enrolment() {}

  /**
   * Takes somebody in with the face on a picture.
   *
   * @param notice version of the notice the member has agreed to
   * @throws IOException when the picture is not one of one face, seen well, that is nobody else's;
   *     the message says what to do
   */
  public static void join(
      MemberFiles files, Member member, Path picture, String notice, Instant now)
      throws MemberException, IOException {
    float[] template = EnrolmentPicture.template(picture);
    try {
      refuseAnothers(files, member.id(), template);
      files.members().join(member);
      files.members().grant(member.id(), Purpose.FACE_RECOGNITION, notice, now);
      files.members().enrol(member.id(), template, now);
    } finally {
      Arrays.fill(template, 0);
    }
  }

  /** Nobody else has this face: who pays by it would be a matter of chance. */
  private static void refuseAnothers(MemberFiles files, String member, float[] template)
      throws MemberException, IOException {
    try {
      Optional<String> other = Optional.empty();
      for (TemplateStore.Stored stored : files.templates().all()) {
        boolean comparable = stored.template().length == template.length; // of this embedder
        boolean anothers = comparable && !stored.member().equals(member);
        if (anothers && Similarity.cosine(stored.template(), template) >= SAME_FACE) {
          other = Optional.of(stored.member());
        }
        Arrays.fill(stored.template(), 0);
      }
      if (other.isPresent()) {
        throw new IOException(
            "member "
                + other.get()
                + " already has this face: one face belongs to one member; forget the other first");
      }
    } catch (GalleryException e) {
      throw MemberFiles.unusable(e);
    }
  }
}
