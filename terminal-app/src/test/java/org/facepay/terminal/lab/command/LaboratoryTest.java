package org.facepay.terminal.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facepay.tags.NeedsNatives;
import org.facepay.terminal.command.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The laboratory's commands beside the terminal's. */
@NeedsNatives
class LaboratoryTest {
  @TempDir Path folder;

  /** A command that is a method runs on the object of the group it was put into. */
  @Test
  void everyCommandCanBeRun() {
    List<String> wrong = new ArrayList<>();
    look(Laboratory.commands(), wrong);
    assertEquals(List.of(), wrong);
  }

  private static void look(CommandLine group, List<String> wrong) {
    for (CommandLine each : group.getSubcommands().values()) {
      if (each.getCommand() instanceof Method method
          && !Modifier.isStatic(method.getModifiers())
          && !method.getDeclaringClass().isInstance(group.getCommand())) {
        wrong.add(each.getCommandSpec().qualifiedName());
      }
      look(each, wrong);
    }
  }

  @Test
  void facesWithoutPicturesAreNamed() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (String[] asked :
        new String[][] {
          {"identify", "--gallery", empty.toString(), "--probes", empty.toString()},
          {"galleries", "--people", empty.toString()},
          {"evaluate", "--images", empty.toString(), "--pairs", empty + "/none.txt"},
          {"liveness", "--images", empty.toString(), "--labels", empty + "/none.csv"}
        }) {
      String[] line = new String[asked.length + 1];
      line[0] = "faces";
      System.arraycopy(asked, 0, line, 1, asked.length);
      Ran ran = Ran.of(Laboratory.commands(), line);
      assertEquals(1, ran.code(), asked[0]);
      assertTrue(ran.said().contains(empty.toString()), asked[0] + ": " + ran.said());
    }
  }
}
