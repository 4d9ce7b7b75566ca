import { ServerMessage } from './message';

const KNOWN: ReadonlySet<string> = new Set<ServerMessage['type']>([
  'welcome',
  'reset',
  'message',
  'edit',
  'delete',
  'reaction',
  'pin',
  'settings',
  'membership',
  'invitations',
  'stored',
  'state',
  'notes',
  'page',
  'rooms',
  'members',
  'mentions',
  'typing',
  'joined',
  'left',
  'person',
  'presence',
  'refused',
  'ping',
  'pong',
]);

/**
 * The messages of one server frame, in order. Unknown types are left out, for they are how the protocol grows; but one
 * that carries a place in a room's sequence stays as `unknown`, or its number would look like a gap. A frame that is
 * not JSON holds no message.
 */
export function decode(frame: string): readonly ServerMessage[] {
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch (e) {
    if (e instanceof SyntaxError) {
      return [];
    }
    throw e;
  }
  return (Array.isArray(json) ? json : [json]).flatMap(read);
}

function read(json: unknown): ServerMessage[] {
  if (typeof json !== 'object' || json === null || !('type' in json) || typeof json.type !== 'string') {
    return [];
  }
  if (KNOWN.has(json.type)) {
    return [json as ServerMessage];
  }
  const { recipient, seq, mark } = json as Record<string, unknown>;
  return typeof recipient === 'string' && typeof seq === 'number' && typeof mark === 'string'
    ? [{ type: 'unknown', recipient, seq, mark }]
    : [];
}
