package chat.parley.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was measured, collected in any order, as two tables and some remarks in Markdown. */
final class Report {
  private final List<Load> loads;
  private final List<Row> rows = new ArrayList<>();
  private final List<List<String>> idleRows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /** A report whose rows follow the order of these loads; each server's rows that of its adding. */
  Report(List<Load> loads) {
    this.loads = loads;
  }

  void add(Contestant contestant, Load load, Measurement measured) {
    rows.add(new Row(load, measured.row(load, contestant.name())));
    measured.remark().ifPresent(text -> remark(contestant, load.toString(), text));
  }

  void add(Contestant contestant, IdleMeasurement measured) {
    idleRows.add(measured.row(contestant.name()));
  }

  /** A load that a server wasn't or couldn't be put under. */
  void notRun(Contestant contestant, Load load, String reason) {
    rows.add(new Row(load, List.of(load.toString(), contestant.name(), "not run")));
    remark(contestant, load.toString(), "not run, " + reason);
  }

  void notRunIdle(Contestant contestant, int connections, String reason) {
    String idle = "%,d".formatted(connections);
    idleRows.add(List.of(idle, contestant.name(), "not run"));
    remark(contestant, idle + " idle connections", "not run, " + reason);
  }

  /** The whole, under a line that names this machine. */
  String text(String machine) {
    StringBuilder text = new StringBuilder("All on one machine: " + machine + ".\n\n");
    text.append(loadTable());
    if (!idleRows.isEmpty()) {
      text.append('\n').append(idleTable());
    }
    if (!remarks.isEmpty()) {
      text.append('\n');
    }
    remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
    return text.toString();
  }

  private Table loadTable() {
    Table table = Measurement.table();
    rows.stream()
        .sorted(Comparator.comparing(row -> loads.indexOf(row.load())))
        .forEach(row -> table.add(row.cells()));
    return table;
  }

  private Table idleTable() {
    Table table = IdleMeasurement.table();
    idleRows.forEach(table::add);
    return table;
  }

  private void remark(Contestant contestant, String load, String text) {
    remarks.add("%s, %s: %s".formatted(contestant.name(), load, text));
  }

  private record Row(Load load, List<String> cells) {}
}
