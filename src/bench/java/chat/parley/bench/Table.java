package chat.parley.bench;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as a Markdown table whose columns line up, so that it also reads well as it is. */
final class Table {
  private static final int TEXT_COLUMNS = 2;

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings; the first two columns are words, the others numbers. */
  Table(String... headings) {
    rows.add(List.of(headings));
  }

  /** Adds a row; cells that it lacks at the end are empty. */
  void add(List<String> cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      text.append(line(rows.get(row))).append('\n');
      if (row == 0) {
        text.append(rule()).append('\n');
      }
    }
    return text.toString();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < rows.get(0).size(); column++) {
      String cell = column < cells.size() ? cells.get(column) : "";
      String space = " ".repeat(width(column) - cell.length());
      line.append(' ').append(column < TEXT_COLUMNS ? cell + space : space + cell).append(" |");
    }
    return line.toString();
  }

  private String rule() {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < rows.get(0).size(); column++) {
      String dashes = "-".repeat(width(column));
      line.append(' ')
          .append(column < TEXT_COLUMNS ? dashes : dashes.substring(1) + ":")
          .append(" |");
    }
    return line.toString();
  }

  private int width(int column) {
    return rows.stream()
        .mapToInt(row -> column < row.size() ? row.get(column).length() : 0)
        .max()
        .orElse(0);
  }
}
