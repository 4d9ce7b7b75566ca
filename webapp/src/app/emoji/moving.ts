/** A place in rows of cells. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** So many rows are a page. */
const PAGE = 5;

/** Where a key leads from a cell, among rows of these lengths; nothing, where it leads nowhere. */
export function moved(rows: readonly number[], from: Cell, key: string, isRightToLeft: boolean): Cell | undefined {
  const { row, column } = from;
  const last = (rows[row] ?? 0) - 1;
  switch (key) {
    case 'ArrowDown':
      return below(rows, from, 1);
    case 'ArrowUp':
      return below(rows, from, -1);
    case 'PageDown':
      return below(rows, from, Math.min(PAGE, rows.length - 1 - row));
    case 'PageUp':
      return below(rows, from, -Math.min(PAGE, row));
    case 'ArrowRight':
      return isRightToLeft ? before(rows, from) : after(rows, from);
    case 'ArrowLeft':
      return isRightToLeft ? after(rows, from) : before(rows, from);
    case 'Home':
      return column > 0 ? { row, column: 0 } : undefined;
    case 'End':
      return column < last ? { row, column: last } : undefined;
    default:
      return undefined;
  }
}

/** The same column of another row, or its last. */
function below(rows: readonly number[], { row, column }: Cell, by: number): Cell | undefined {
  const length = rows[row + by];
  return length && by !== 0 ? { row: row + by, column: Math.min(column, length - 1) } : undefined;
}

function after(rows: readonly number[], { row, column }: Cell): Cell | undefined {
  if (column < (rows[row] ?? 0) - 1) {
    return { row, column: column + 1 };
  }
  return row < rows.length - 1 ? { row: row + 1, column: 0 } : undefined;
}

function before(rows: readonly number[], { row, column }: Cell): Cell | undefined {
  if (column > 0) {
    return { row, column: column - 1 };
  }
  return row > 0 ? { row: row - 1, column: (rows[row - 1] ?? 1) - 1 } : undefined;
}
