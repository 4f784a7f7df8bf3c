# Answers requests, one JSON value a line: a list of documents gives a list of {"html": …} or {"stops": message}.
# Each document is rendered as a page of a new site is: Liquid, then kramdown, no layout.
require "json"
require "tmpdir"
require "jekyll"

Jekyll.logger.log_level = :error
Jekyll.logger.adjust_verbosity(quiet: true)
$stderr.reopen(File::NULL)

FOLDER = Dir.mktmpdir
at_exit { FileUtils.remove_entry(FOLDER) if Dir.exist?(FOLDER) }
# What Minimal Mistakes has under this name: the picture, and the caption read as Markdown.
FileUtils.mkdir_p(File.join(FOLDER, "_includes"))
File.write(File.join(FOLDER, "_includes", "figure"), <<~HTML)
  <figure><img src="{{ include.image_path | relative_url }}" alt="{{ include.alt | escape_once }}">
  <figcaption>{{ include.caption | markdownify }}</figcaption></figure>
HTML
SITE = Jekyll::Site.new(Jekyll.configuration("source" => FOLDER, "quiet" => true, "disable_disk_cache" => true))

def render(text)
  page = Jekyll::PageWithoutAFile.new(SITE, FOLDER, "", "post.md")
  page.content = text
  SITE.liquid_renderer.reset
  SITE.inclusions.clear
  { html: Jekyll::Renderer.new(SITE, page, SITE.site_payload).run }
rescue StandardError, ScriptError => error # some tags fail as code that Ruby cannot read
  { stops: error.message }
end

$stdin.set_encoding("UTF-8")
while (line = $stdin.gets)
  $stdout.puts JSON.generate(JSON.parse(line).map { |text| render(text) })
  $stdout.flush
end
