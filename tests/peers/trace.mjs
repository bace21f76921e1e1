// Figures out of the browser's own record. Its times are microseconds.

/** What Chromium itself calls a long task, in milliseconds. */
const LONG_MS = 50;

/** The process that draws the page at `origin`. */
export function rendererOf(events, origin) {
  const started = events.find((it) => it.name === "TracingStartedInBrowser")?.args.data.frames ?? [];
  const committed = events.filter((it) => it.name === "FrameCommittedInBrowser").map((it) => it.args.data);
  const found = [...started, ...committed].filter((it) => it.url.startsWith(origin) && it.processId);
  if (found.length === 0) throw new Error(`the trace names no process for ${origin}`);
  return found[found.length - 1].processId;
}

/** Tasks of the main thread that begin between two marks, longest first, in milliseconds; and the frames drawn there. */
export function between(events, renderer, from, to) {
  const [begin, end] = [at(events, from), at(events, to)];
  const inside = events.filter((it) => it.pid === renderer && it.ts >= begin && it.ts <= end);
  const tasks = inside.filter((it) => it.name === "RunTask" && it.tid === renderer).map((it) => it.dur / 1e3);
  return {
    milliseconds: (end - begin) / 1e3,
    frames: inside.filter((it) => it.name === "DrawFrame").length,
    longest: Math.max(0, ...tasks),
    long: tasks.filter((it) => it > LONG_MS).length,
  };
}

/**
 * For every mark `name`, which the page puts in an animation frame: milliseconds from the page's time origin to the end
 * of that frame on the main thread, with style, layout and paint, and to its showing on the screen.
 */
export function framesOf(events, renderer, name) {
  const own = events.filter((it) => it.pid === renderer);
  return marks(own, name).map((mark) => {
    const task = own.find((it) => it.name === "RunTask" && it.tid === mark.tid && holds(it, mark.ts));
    if (!task) throw new Error(`the mark ${name} stands in no task`);
    const since = (time) => startOf(mark) + (time - mark.ts) / 1e3;
    const shown = presentation(own, mark.ts);
    return { drawn: since(task.ts + task.dur), shown: shown && since(shown) };
  });
}

/** When the marks `name` say they were put, in milliseconds from the page's time origin. */
export function times(events, renderer, name) {
  return marks(events.filter((it) => it.pid === renderer), name).map(startOf);
}

/**
 * How long the main thread ran everything that listens, for each event of a type, in milliseconds. What else runs on the
 * machine does not count. It takes the category devtools.timeline.
 */
export function listened(events, renderer, type) {
  const heard = events.filter((it) => it.pid === renderer && it.name === "EventDispatch" && it.args.data.type === type);
  return heard.sort((a, b) => a.ts - b.ts).map((it) => it.tdur / 1e3);
}

function marks(events, name) {
  return events.filter((it) => it.name === name && it.cat.includes("user_timing")).sort((a, b) => a.ts - b.ts);
}

const startOf = (mark) => mark.args.data?.startTime ?? mark.args.startTime;

const holds = (task, time) => task.ts <= time && time <= task.ts + task.dur;

function at(events, name) {
  const [mark] = marks(events, name);
  if (!mark) throw new Error(`the trace has no mark ${name}`);
  return mark.ts;
}

/** When the frame was on the screen whose main-thread part holds a time; none when it was dropped. */
function presentation(events, time) {
  const stage = (name, phase) => events.filter((it) => it.name === name && it.ph === phase);
  const idOf = (it) => it.id2?.local ?? it.id;
  const ends = stage("SendBeginMainFrameToCommit", "e");
  const frame = stage("SendBeginMainFrameToCommit", "b").find((it) => {
    const end = ends.find((other) => idOf(other) === idOf(it) && other.ts >= it.ts);
    return it.ts <= time && end && time <= end.ts;
  });
  const shown = frame && stage("SwapEndToPresentationCompositorFrame", "e").find((it) => idOf(it) === idOf(frame) && it.ts >= time);
  return shown?.ts;
}
