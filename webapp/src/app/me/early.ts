import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Line } from 'parley-client/socket/socket';

/** What `public/early.js` has begun before this page was there. */
interface Begun {
  /** Who is here, as the server tells. */
  answer?: Promise<Response>;
  /** A socket of whoever that is, … */
  socket?: WebSocket;
  /** … and what it has heard. */
  readonly frames: unknown[];
  /** The frame that it was sent, if it was sent one. */
  readonly asked?: string;
  /** The page looks after itself now. */
  isOver?: boolean;
}

/** Takes what was begun early, each once. */
@Injectable({ providedIn: 'root' })
export class Early {
  private readonly begun = (inject(DOCUMENT).defaultView as { readonly parleyEarly?: Begun } | null)?.parleyEarly;

  /** What the server was asked at first, if it was. */
  answer(): Promise<Response> | undefined {
    const answer = this.begun?.answer;
    delete this.begun?.answer;
    return answer;
  }

  /**
   * The socket, if there is one that still stands: it tells what it has heard as if that came now, and what has been
   * asked on it is not asked once more.
   */
  line(): Line | undefined {
    if (!this.begun) {
      return undefined;
    }
    const { socket, frames, asked } = this.begun;
    this.begun.isOver = true;
    delete this.begun.socket;
    if (!socket || socket.readyState > WebSocket.OPEN) {
      return undefined;
    }
    socket.onmessage = null;
    if (asked !== undefined) {
      sendOnce(socket, asked);
    }
    if (socket.readyState === WebSocket.OPEN) {
      queueMicrotask(() => {
        socket.onopen?.(new Event('open'));
        frames.splice(0).forEach((data) => socket.onmessage?.(new MessageEvent('message', { data })));
      });
    }
    return socket;
  }
}

/** Has a socket that has sent this frame already not send it when it is told to next. */
function sendOnce(socket: WebSocket, sent: string): void {
  const send = socket.send.bind(socket);
  socket.send = (frame) => {
    socket.send = send;
    if (frame !== sent) {
      send(frame);
    }
  };
}
