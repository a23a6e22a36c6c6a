/** Keys in the browser's storage; read here before the first paint and written by the user menu and the sidebar. */
export const themeKey = "modelwatch-theme";
export const foldedKey = "modelwatch-folded";

const zone = "Intl.DateTimeFormat().resolvedOptions().timeZone";
const code = `try{document.cookie="modelwatch-zone="+encodeURIComponent(${zone})+";path=/;max-age=31536000;samesite=lax";const d=document.documentElement,t=localStorage.getItem(${JSON.stringify(themeKey)});if(t==="light"||t==="dark")d.dataset.theme=t;if(localStorage.getItem(${JSON.stringify(foldedKey)})==="1")d.dataset.folded=""}catch{}`;

/** Goes into <head>: tells the server the time zone, sets theme and sidebar before anything is painted. <html> needs suppressHydrationWarning. */
export function ThemeScript({ nonce }: { nonce?: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {code}
    </script>
  );
}
