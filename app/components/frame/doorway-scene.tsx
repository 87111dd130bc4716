/** The doorway, ajar, with light falling out. For sign-in, empty states and errors. */
export function DoorwayScene({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 320 224" aria-hidden="true" focusable="false">
      <path className="scene-floor" d="M16 182h288" />
      <path className="scene-glow" d="M126 182h68l52 34H74z" />
      <path className="scene-wall" d="M108 182V94a52 52 0 0 1 104 0v88z" />
      <path className="scene-light" d="M119 182V95a41 41 0 0 1 82 0v87z" />
      <path className="scene-step" d="M100 182h120v5H100z" />
      <path className="scene-leaf" d="M119 182V95c0-17 9-31 23-38 8 8 12 20 12 34v102z" />
      <circle className="scene-knob" cx="146" cy="134" r="2.5" />
      <g className="scene-plant">
        <path d="M247 158c-2-16-10-24-20-27 1 13 8 23 20 27z" />
        <path d="M249 158c-3-20 2-34 12-43 5 16 0 33-12 43z" />
        <path d="M251 159c3-12 11-19 22-20-2 12-10 19-22 20z" />
      </g>
      <path className="scene-pot" d="M236 158h26l-3 22a2 2 0 0 1-2 2h-16a2 2 0 0 1-2-2z" />
      <path className="scene-frame" d="M52 86h28v36H52zM66 86v36M52 104h28" />
    </svg>
  );
}
