package chat.parley.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What was measured, collected in any order, as tables and remarks in Markdown. */
final class Report {
  private final List<Load> loads;
  private final List<Row> rows = new ArrayList<>();
  private final List<List<String>> idleRows = new ArrayList<>();
  private final List<Table> others = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean complete = true;

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

  /** A whole table, which follows those of the loads. */
  void add(Table table) {
    others.add(table);
  }

  /** Something to know besides the figures. */
  void remark(String text) {
    remarks.add(text);
  }

  /** Parley could not be measured so: the run is not a good one. */
  void failed(String what, IOException e) {
    complete = false;
    remarks.add(what + ": not run, " + e.getMessage());
  }

  /** Whether all that has to be measured was. */
  boolean isComplete() {
    return complete;
  }

  /** A load that a server wasn't or couldn't be put under. */
  void notRun(Contestant contestant, Load load, String reason) {
    rows.add(new Row(load, List.of(load.toString(), contestant.name(), "not run")));
    remark(contestant, load.toString(), "not run, " + reason);
  }

  /** A load under which a server failed; that is a good run only if it is a mere comparison. */
  void notRun(Contestant contestant, Load load, IOException e) {
    complete &= contestant.optional();
    notRun(contestant, load, String.valueOf(e.getMessage()));
  }

  /** The same of idle connections. */
  void notRunIdle(Contestant contestant, int connections, IOException e) {
    complete &= contestant.optional();
    String idle = "%,d".formatted(connections);
    idleRows.add(List.of(idle, contestant.name(), "not run"));
    remark(contestant, idle + " idle connections", "not run, " + e.getMessage());
  }

  /** The whole, under a line that names this machine. */
  String text(String machine) {
    StringBuilder text = new StringBuilder("All on one machine: " + machine + ".\n\n");
    tables().map(Table::toString).forEach(table -> text.append(table).append('\n'));
    remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
    return text.toString();
  }

  private Stream<Table> tables() {
    Stream<Table> loadTables = rows.isEmpty() ? Stream.empty() : Stream.of(loadTable());
    Stream<Table> idleTables = idleRows.isEmpty() ? Stream.empty() : Stream.of(idleTable());
    return Stream.concat(Stream.concat(loadTables, idleTables), others.stream());
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
