-- GitHub's Markdown in which the text of the page is text, never markup.

-- Characters that are live anywhere in a line. Others are live at its start only: see guard_lines.
local live = '[\\`*_%[%]<>&|~$#]'

-- «https://x» and «www.x» become links by themselves, backslashes and all, and «:smile:» a picture.
local function escape(text)
  return (text:gsub(live, '\\%0')
    :gsub('://', '\\://')
    :gsub('www%.', 'www\\.')
    :gsub('mailto:', 'mailto\\:')
    :gsub('xmpp:', 'xmpp\\:')
    :gsub(':([%w_+-]+:)', '\\:%1'))
end

-- Text that a span splits is one piece to Markdown: «1» and «.» make a list of what follows.
local function join_text(inlines)
  local joined = pandoc.List()
  for _, inline in ipairs(inlines) do
    local last = joined[#joined]
    if inline.t == 'Str' and last and last.t == 'Str' then
      last.text = last.text .. inline.text
    else
      joined:insert(inline)
    end
  end
  return joined
end

local blank = { Space = true, SoftBreak = true, LineBreak = true }
local line_break = '<br>'

local function stands_apart(inline)
  return inline == nil or blank[inline.t] or inline.text == line_break
end

-- A no-break space, and the like that HTML does not fold.
local function is_white(code)
  return code == 0xA0 or code == 0x1680 or code >= 0x2000 and code <= 0x200A or code == 0x2028
    or code == 0x2029 or code == 0x202F or code == 0x205F or code == 0x3000
end

local function begins_or_ends_white(inline)
  local text = pandoc.utils.stringify(inline)
  return text == '' or blank[inline.content[1].t] or blank[inline.content[#inline.content].t]
    or is_white(utf8.codepoint(text)) or is_white(utf8.codepoint(text, utf8.offset(text, -1)))
end

local function tagged(name, content)
  local inlines = pandoc.List({ pandoc.RawInline('html', '<' .. name .. '>') })
  inlines:extend(content)
  inlines:insert(pandoc.RawInline('html', '</' .. name .. '>'))
  return inlines
end

local tags = { Emph = 'em', Strong = 'strong' }

local function holds_emphasis(inline)
  local found = false
  local function note() found = true end
  inline.content:walk({ Emph = note, Strong = note })
  return found
end

-- «**Merk:**les», «** x**» and «*a **b***» may show their asterisks: emphasis that touches a word,
-- begins or ends white, or holds other emphasis needs tags.
local function needs_tags(inlines, i)
  return not stands_apart(inlines[i - 1]) or not stands_apart(inlines[i + 1])
    or begins_or_ends_white(inlines[i]) or holds_emphasis(inlines[i])
end

local function emphasise(inlines)
  local result = pandoc.List()
  for i, inline in ipairs(inlines) do
    local tag = tags[inline.t]
    if tag and needs_tags(inlines, i) then
      result:extend(tagged(tag, inline.content))
    else
      result:insert(inline)
    end
  end
  return result
end

local function literal(inline)
  return inline.t == 'Str' and pandoc.RawInline('markdown', escape(inline.text)) or inline
end

-- «![» is a picture, also when the bracket is that of a link.
local function guard_links(inlines)
  for i, inline in ipairs(inlines) do
    local following = inlines[i + 1]
    if inline.t == 'RawInline' and following and following.t == 'Link' then
      inline.text = inline.text:gsub('!$', '\\!')
    end
  end
  return inlines
end

-- A list marker, a heading's underline or a table's rule.
local function guard_marker(text)
  return (text:gsub('^[-+=:]+$', '\\%0'):gsub('^(%d+)([.)])$', '%1\\%2'))
end

-- A backslash at the end of a block is no line break.
local function drop_last_breaks(content)
  while #content > 0 and blank[content[#content].t] do
    content:remove()
  end
end

local function guard_lines(block)
  drop_last_breaks(block.content)
  for i, inline in ipairs(block.content) do
    local previous = block.content[i - 1]
    if inline.t == 'RawInline' and (previous == nil or previous.t == 'LineBreak') then
      inline.text = guard_marker(inline.text)
    end
  end
  return block
end

-- «****» shows its asterisks too.
local function without_nothing(emphasis)
  return pandoc.utils.stringify(emphasis) == '' and emphasis.content or nil
end

return {
  {
    Span = function(span) return span.content end,
    Emph = without_nothing,
    Strong = without_nothing,
  },
  { Inlines = emphasise },
  {
    Inlines = function(inlines) return guard_links(join_text(inlines):map(literal)) end,
    Para = guard_lines,
    Plain = guard_lines,
    Header = guard_lines,
  },
}
