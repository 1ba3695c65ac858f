package org.facepay.terminal.technician;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.facepay.terminal.member.AuditRow;
import org.facepay.terminal.member.MemberStore.Dossier;

/**
 * A member's copy of the data kept of them, in a machine-readable form (GDPR Art. 20, PIPL Art.
 * 45).
 */
public final class DossierJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DossierJson() {}

  public static String of(Dossier dossier) {
    ObjectNode root = JSON.createObjectNode();
    dossier
        .member()
        .ifPresent(
            m ->
                root.putObject("member")
                    .put("id", m.id())
                    .put("displayName", m.displayName())
                    .put("phone", m.phone())
                    .put("joinedAt", m.joinedAt().toString()));
    ObjectNode templates = root.putObject("templates").put("count", dossier.templates());
    var enrolled = templates.putArray("enrolledAt");
    dossier.enrolledAt().stream().map(Instant::toString).forEach(enrolled::add);
    var consents = root.putArray("consents");
    dossier
        .consents()
        .forEach(
            c ->
                consents
                    .addObject()
                    .put("purpose", c.purpose().name())
                    .put("version", c.version())
                    .put("decision", c.decision().name())
                    .put("at", c.at().toString())
                    .put("terminal", c.terminal()));
    var audit = root.putArray("audit");
    for (AuditRow row : dossier.audit()) {
      ObjectNode node =
          audit.addObject().put("at", row.at().toString()).put("kind", row.kind().name());
      AuditRow.Scores scores = row.scores();
      if (scores != null) {
        node.put("similarity", scores.similarity())
            .put("margin", scores.margin())
            .put("liveness", scores.liveness());
      }
    }
    return root.toPrettyString();
  }
}
