# Answers requests, one JSON value a line: a list of documents gives a list of {"html": …} or {"stops": message}.
# Each document is rendered as a page of a new site is: Liquid, then kramdown, no layout.
require "json"
require "tmpdir"
require "jekyll"

Jekyll.logger.log_level = :error
Jekyll.logger.adjust_verbosity(quiet: true)
$stderr.reopen(File::NULL)

FOLDER = Dir.mktmpdir
at_exit { Dir.rmdir(FOLDER) if Dir.exist?(FOLDER) && Dir.empty?(FOLDER) }
SITE = Jekyll::Site.new(Jekyll.configuration("source" => FOLDER, "quiet" => true, "disable_disk_cache" => true))

def render(text)
  page = Jekyll::PageWithoutAFile.new(SITE, FOLDER, "", "post.md")
  page.content = text
  SITE.liquid_renderer.reset
  { html: Jekyll::Renderer.new(SITE, page, SITE.site_payload).run }
rescue StandardError => error
  { stops: error.message }
end

$stdin.set_encoding("UTF-8")
while (line = $stdin.gets)
  $stdout.puts JSON.generate(JSON.parse(line).map { |text| render(text) })
  $stdout.flush
end
