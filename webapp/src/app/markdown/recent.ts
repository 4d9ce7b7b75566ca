/** What was made of texts lately, up to so many characters of text. Single-threaded. */
export class Recent<T> {
  private readonly made = new Map<string, T>();
  private held = 0;

  constructor(private readonly most: number) {}

  /** What was made of a text, or is made now. */
  of(text: string, make: (text: string) => T): T {
    const value = this.made.get(text) ?? make(text);
    if (this.made.delete(text)) {
      this.held -= text.length;
    }
    this.made.set(text, value); // as the last one to go
    this.held += text.length;
    for (const oldest of this.made.keys()) {
      if (this.held <= this.most || oldest === text) {
        break;
      }
      this.made.delete(oldest);
      this.held -= oldest.length;
    }
    return value;
  }
}
