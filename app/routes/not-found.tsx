/** Every address that no other route takes. The error boundary of the root shows the page. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export const action = loader;

export default function NotFound() {
  return null;
}
