package org.facepay.terminal.world.faces;

import java.time.InstantSource;
import java.util.Optional;
import org.facepay.terminal.loop.Inbox;
import org.facepay.terminal.member.Member;
import org.facepay.terminal.member.MemberException;
import org.facepay.terminal.member.MemberStore;
import org.facepay.terminal.member.MemberStore.Dossier;
import org.facepay.terminal.session.Event;
import org.facepay.terminal.session.Told;
import org.facepay.terminal.technician.PrivacyDesk;
import org.facepay.terminal.world.members.MemberFiles;

/** What the console knows and does about members, on their own thread. */
record MemberDesk(FaceWorker faces, MemberFiles files, InstantSource clock, Inbox<Event> inbox)
    implements PrivacyDesk {
  @Override
  public Kept kept() throws MemberException {
    return faces.ask(
        _ ->
            new Kept(
                members().privacy(), files.templates().count(), files.templates().tombstones()));
  }

  @Override
  public Optional<String> find(String text) throws MemberException {
    return faces.ask(
        _ -> {
          if (text.matches("[A-Za-z0-9_.-]{1,64}") && members().find(text).isPresent()) {
            return Optional.of(text);
          }
          return text.matches("\\+?[0-9 ()-]{4,20}")
              ? members().byPhone(text).map(Member::id)
              : Optional.empty();
        });
  }

  @Override
  public Dossier export(String member) throws MemberException {
    return faces.ask(_ -> members().export(member, clock.instant()));
  }

  @Override
  public int erase(String member) throws MemberException {
    int templates =
        faces.ask(
            gallery -> {
              gallery.ifPresent(known -> known.remove(member));
              return members().erase(member, clock.instant());
            });
    inbox.deliver(new Told.MemberErased(member));
    return templates;
  }

  private MemberStore members() {
    return files.members();
  }
}
