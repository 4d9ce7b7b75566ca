import { ClientMessage, Ref, Refused, ServerMessage } from '../message/message';
import { freshRef } from '../message/ref';
import { Access } from './access';

/** Something that is asked for once, and answered by its ref. */
type Asked = Extract<ClientMessage, { readonly ref: Ref }>;

/** The same, before it has a ref. */
export type Question = Asked extends infer One ? (One extends Asked ? Omit<One, 'ref'> & { ref?: Ref } : never) : never;

/** What came of it: the answer, a refusal, or nothing, because the connection was lost, or is not there. */
export type Answer =
  | { readonly is: 'answered'; readonly by: ServerMessage }
  | { readonly is: 'refused'; readonly code: string; readonly text: string }
  | { readonly is: 'lost' };

interface Waiting {
  readonly ref: Ref;
  readonly isAnswer: (message: ServerMessage) => boolean;
  readonly settle: (answer: Answer) => void;
}

/**
 * Asks the server for something on behalf of somebody who waits for the answer: it is sent once, and whoever wants it
 * asks again. Single-threaded.
 */
export class Asking {
  private waiting: readonly Waiting[] = [];

  constructor(private readonly access: Access) {}

  /** Asks. What is no entry and names no ref is known as the answer by `isAnswer`. */
  ask(question: Question, isAnswer: (message: ServerMessage) => boolean = () => false): Promise<Answer> {
    if (!this.access.isReady()) {
      return Promise.resolve({ is: 'lost' });
    }
    const ref = question.ref ?? freshRef();
    const answer = new Promise<Answer>((settle) => {
      this.waiting = [...this.waiting, { ref, isAnswer, settle }];
    });
    this.access.send({ ...question, ref } as Asked);
    return answer;
  }

  /** Whether this is a refusal that somebody waits for, and that is for nobody else. */
  isAwaited({ ref }: Refused): boolean {
    return this.waiting.some((one) => one.ref === ref);
  }

  /** These were heard, and what they change is changed. */
  heard(messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      const answered = this.waiting.find((one) => isAnswerTo(one, message));
      if (answered) {
        this.waiting = this.waiting.filter((one) => one !== answered);
        answered.settle(
          message.type === 'refused'
            ? { is: 'refused', code: message.code, text: message.text }
            : { is: 'answered', by: message },
        );
      }
    }
  }

  /** The connection is gone, and with it what it was asked. */
  end(): void {
    for (const { settle } of this.waiting) {
      settle({ is: 'lost' });
    }
    this.waiting = [];
  }
}

function isAnswerTo({ ref, isAnswer }: Waiting, message: ServerMessage): boolean {
  return ('ref' in message && message.ref === ref) || isAnswer(message);
}
