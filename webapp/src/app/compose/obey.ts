import { isSame, LOBBY, Place } from 'parley-client/state/place';
import { Room } from 'parley-client/state/state';
import { PersonId } from 'parley-client/message/message';
import { Order } from './orders';
import { Words } from '../words/words';

/** Where somebody gives an order, … */
export interface Scene {
  readonly place: Place;
  /** The room there, if there is one yet. */
  readonly room: Room | undefined;
  readonly me: PersonId | undefined;
  /** Whether the connection that stands takes requests. */
  readonly isReady: boolean;
  readonly words: Words;
}

/** … and what it is carried out with. */
export interface Hands {
  say(text: string): void;
  /** Says something at another place. */
  tell(place: Place, text: string): void;
  visit(place: Place): void;
  leave(): void;
  setTopic(topic: string): void;
  invite(person: Place): void;
  help(): void;
}

/** Carries an order out; what it answers is why it can't be. */
export function obey(order: Order, scene: Scene, hands: Hands): string | undefined {
  const obstacle = obstacleTo(order, scene);
  if (obstacle === undefined) {
    carryOut(order, hands);
  }
  return obstacle;
}

function carryOut(order: Order, hands: Hands): void {
  switch (order.is) {
    case 'say':
      hands.say(order.text);
      break;
    case 'join':
      hands.visit(order.place);
      break;
    case 'leave':
      hands.leave();
      break;
    case 'topic':
      hands.setTopic(order.text);
      break;
    case 'invite':
      hands.invite(order.person);
      break;
    case 'dm':
      if (order.text) {
        hands.tell(order.person, order.text);
      }
      hands.visit(order.person);
      break;
    case 'help':
      hands.help();
      break;
  }
}

/** What the server would refuse is not asked for, so that what was written stays. */
function obstacleTo(order: Order, { place, room, me, isReady, words }: Scene): string | undefined {
  const { obstacles } = words;
  switch (order.is) {
    case 'unknown':
      return obstacles.unknown(order.word);
    case 'unclear':
      return obstacles[order.command];
    case 'leave':
    case 'topic':
    case 'invite':
      break;
    default:
      return undefined;
  }
  if (place.startsWith('@') || room?.kind === 'direct' || room?.kind === 'group') {
    return obstacles[OF_CONVERSATIONS[order.is]];
  }
  if (isSame(place, LOBBY) && order.is !== 'invite') {
    return obstacles[OF_LOBBY[order.is]];
  }
  if (!isReady) {
    return obstacles.offline;
  }
  if (!room) {
    return obstacles.nowhere;
  }
  const isOwner = room.owner === me && me !== undefined;
  return order.is === 'topic' && !isOwner ? obstacles.notOwner : undefined;
}

const OF_CONVERSATIONS = {
  leave: 'leaveConversation',
  topic: 'topicOfConversation',
  invite: 'inviteToConversation',
} as const;

const OF_LOBBY = { leave: 'leaveLobby', topic: 'topicOfLobby' } as const;
