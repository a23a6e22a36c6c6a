/** Pages that need no sign-in: sign-in itself, joining by link, the readable API document needs one. */
const closed = "/:path((?!login|join|api|_next|.*\\..*).*)";

/** @type {import('next').NextConfig} */
const config = {
  output: "standalone",
  poweredByHeader: false,
  serverExternalPackages: ["pg", "pg-copy-streams"],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "same-origin" },
        { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
      ],
    },
  ],
  // A courtesy that answers before anything renders; the operations decide.
  redirects: async () => [
    {
      source: closed,
      missing: [
        { type: "cookie", key: "next-auth.session-token" },
        { type: "cookie", key: "__Secure-next-auth.session-token" },
      ],
      // sign-in leads back to what was asked for
      destination: "/login?callbackUrl=/:path",
      permanent: false,
    },
  ],
};
export default config;
