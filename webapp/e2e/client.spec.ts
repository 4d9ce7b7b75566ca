import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from './fixtures';

/** Runs a script of the package, as anybody does. */
function build(script: string): void {
  execFileSync('npm', ['run', '--silent', script], { stdio: ['ignore', 'ignore', 'inherit'] });
}

test('the library is built, and its example talks', async ({ visit, server }) => {
  build('client');
  const otto = await visit('otto');
  const echo = spawn('npm', ['run', '--silent', 'example', '--', server.url()], { detached: true });
  try {
    let said = '';
    for await (const text of echo.stdout) {
      said += String(text);
      if (said.includes('I am ')) {
        break;
      }
    }
    const name = /I am (.*?)\. Say/.exec(said)?.[1] ?? '';
    await otto.say(`@${name} good morning`);
    await otto.sees('good morning');
  } finally {
    process.kill(-(echo.pid ?? 0)); // npm, and what it has started
    await once(echo, 'close');
  }
});
