/** What the build puts before the service worker: site_builder/output/service_worker.py. Addresses start at the site's root. */
declare const SITE: {
  /** How the names of its caches begin. */
  caches: string;
  edition: string;
  /** Pages and what they need, each with the SHA-256 of its bytes in base64. */
  files: Record<string, string>;
  /** The policy that the host should send with scripts: workers have no other. */
  policy: string;
  /** What each engine of Python loads. */
  runtime: Record<"frozen" | "plain", Record<string, string>>;
};
