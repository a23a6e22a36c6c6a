import ReactMarkdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";

/** Text that people wrote: no HTML, no scripts, links open outside without telling where they came from. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="grid gap-2 [&_a]:text-accent [&_a]:underline [&_code]:font-mono [&_code]:text-small [&_h1]:font-medium [&_h2]:font-medium [&_h3]:font-medium [&_ol]:list-decimal [&_ol]:pl-5 [&_ul]:list-disc [&_ul]:pl-5">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[rehypeSanitize]}
        components={{
          h1: "p",
          h2: "p",
          h3: "p",
          img: () => null,
          a: ({ href, children }) => (
            <a href={href} rel="noopener noreferrer nofollow" target="_blank">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
