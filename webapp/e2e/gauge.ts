import { CDPSession, Page } from '@playwright/test';

/** What Chromium counts as work of a page's own thread: its scripts, and what they cause. */
const WORK = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FunctionCall',
  'Layout',
  'RunMicrotasks',
  'TimerFire',
  'UpdateLayoutTree',
]);
/** Begins the drawing of a frame. */
const FRAME = 'AnimationFrame::Render';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  /** Time of the clock and of the processor (µs). */
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

/**
 * What a page weighs: all nodes that its process keeps, also texts and comments, those of them that are in no page (any
 * more), what listens, and its heap (bytes).
 */
export interface Weight {
  readonly nodes: number;
  readonly detached: number;
  readonly listeners: number;
  readonly heap: number;
}

/**
 * What scrolling cost: work a frame (ms) that 95 of 100 frames stay within, and the longest task. It is the processor's
 * time, as others may be at work on the same machine.
 */
export interface Cost {
  readonly frames: number;
  readonly p95: number;
  readonly longest: number;
}

/** Measures a page by the browser's own protocol. */
export class Gauge {
  private constructor(private readonly chrome: CDPSession) {}

  static async on(page: Page): Promise<Gauge> {
    const chrome = await page.context().newCDPSession(page);
    await chrome.send('Performance.enable');
    return new Gauge(chrome);
  }

  /** What the page weighs once everything is collected that nobody needs. */
  async weight(): Promise<Weight> {
    await this.chrome.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.chrome.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return {
      nodes: of('Nodes'),
      detached: await this.detached(),
      listeners: of('JSEventListeners'),
      heap: of('JSHeapUsedSize'),
    };
  }

  /** How many nodes something holds on to that are in no page. */
  private async detached(): Promise<number> {
    await this.chrome.send('DOM.enable');
    const { detachedNodes } = await this.chrome.send('DOM.getDetachedDomNodes');
    await this.chrome.send('DOM.disable'); // which lets go of them
    return detachedNodes.reduce((sum, { treeNode }) => sum + sizeOf(treeNode), 0);
  }

  /** Turns the wheel over the middle of the page: so far (px; up is negative), so fast (px a second). */
  async wheel(page: Page, distance: number, speed: number): Promise<void> {
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    await this.chrome.send('Input.synthesizeScrollGesture', {
      x: width / 2,
      y: height / 2,
      yDistance: -distance,
      speed,
      gestureSourceType: 'mouse',
      preventFling: true,
    });
  }

  /** What the page does meanwhile. */
  async cost(meanwhile: () => Promise<void>): Promise<Cost> {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
    this.chrome.on('Tracing.dataCollected', collect);
    const done = new Promise((resolve) => this.chrome.once('Tracing.tracingComplete', resolve));
    await this.chrome.send('Tracing.start', { categories: 'devtools.timeline,toplevel', transferMode: 'ReportEvents' });
    await meanwhile();
    await this.chrome.send('Tracing.end');
    await done;
    this.chrome.off('Tracing.dataCollected', collect);
    return costOf(events);
  }
}

function sizeOf({ children = [] }: { readonly children?: readonly object[] }): number {
  return children.reduce<number>((sum, child) => sum + sizeOf(child), 1);
}

function isFrame({ name, ph }: TraceEvent): boolean {
  return name === FRAME && ph === 'b';
}

function costOf(all: readonly TraceEvent[]): Cost {
  const busiest = threadOf(all.filter(isFrame));
  const events = all.filter((event) => `${event.pid} ${event.tid}` === busiest).sort((a, b) => a.ts - b.ts);
  const frames = events.filter(isFrame).map(({ ts }) => ts);
  const work = frames.map(() => 0);
  let [frame, end] = [-1, 0];
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    while ((frames[frame + 1] ?? Infinity) <= ts) {
      frame++;
    }
    if (frame >= 0 && WORK.has(name) && ts >= end) {
      work[frame] = (work[frame] ?? 0) + tdur;
      end = ts + dur;
    }
  }
  const sorted = work.sort((a, b) => a - b);
  const tasks = events.filter(({ name }) => name.includes('RunTask')).map(({ tdur = 0 }) => tdur);
  return {
    frames: frames.length,
    p95: (sorted[Math.floor(sorted.length * 0.95)] ?? NaN) / 1_000,
    longest: Math.max(...tasks) / 1_000,
  };
}

/** The thread of most of these. */
function threadOf(events: readonly TraceEvent[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { pid, tid } of events) {
    counts.set(`${pid} ${tid}`, (counts.get(`${pid} ${tid}`) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
