-- Text that Typst cannot take for markup, pictures with their alternative text, and the classes of
-- the page, whose look the layout decides.

-- «- 2 000» in a cell is a list to Typst and «...» an ellipsis, but not inside a string.
local function string_literal(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"') .. '"'
end

local function raw_text(str)
  return pandoc.RawInline('typst', '#' .. string_literal(str.text) .. ';')
end

-- A heading ends with its line, and a bookmark leaves line breaks out.
local function heading_on_one_line(header)
  return header:walk({
    LineBreak = function() return pandoc.RawInline('typst', '#" ";#linebreak();') end,
  })
end

-- Pictures -------------------------------------------------------------------------------------

-- Typst itself reads no data: URI, but its reader of SVG does.
local function wrapped_in_svg(source)
  return '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
    .. '<image xlink:href="' .. source .. '"/></svg>'
end

local function svg(source)
  local mime, contents = pandoc.mediabag.fetch(source)
  return mime == 'image/svg+xml' and contents or wrapped_in_svg(source)
end

-- A page counts 96 pixels to the inch, as browsers do.
local function width(image)
  local pixels = tonumber(image.attributes.width)
  return pixels and ', width: ' .. pixels .. 'in / 96' or ''
end

-- pandoc 3.9 leaves the alternative text out, and PDF/UA refuses a picture without.
local function picture(image)
  return pandoc.RawInline('typst', '#image(bytes(' .. string_literal(svg(image.src))
    .. '), format: "svg"' .. width(image)
    .. ', alt: ' .. string_literal(pandoc.utils.stringify(image.caption)) .. ');')
end

-- Classes --------------------------------------------------------------------------------------

local function opening(class)
  return '#classed(' .. string_literal(class) .. ')['
end

-- No block of pandoc's around it: within one, the layout cannot turn the page.
local function classed_block(div)
  local blocks = div.content:clone()
  for i = #div.classes, 1, -1 do
    blocks:insert(1, pandoc.RawBlock('typst', opening(div.classes[i])))
    blocks:insert(pandoc.RawBlock('typst', ']'))
  end
  if div.identifier ~= '' then
    local place = '#metadata(none)#label(' .. string_literal(div.identifier) .. ')'
    blocks:insert(1, pandoc.RawBlock('typst', place))
  end
  return blocks
end

local function classed_inline(span)
  local inlines = span.content:clone()
  inlines:insert(1, pandoc.RawInline('typst', opening(span.classes[1] or '')))
  inlines:insert(pandoc.RawInline('typst', ']'))
  return inlines
end

-- Tracked changes -----------------------------------------------------------------------------

local is_change = { insertion = true, deletion = true }

-- A link is underlined already, and PDF/UA takes one line at a time.
local function tell_in_link(link)
  return link:walk({
    Span = function(span)
      if is_change[span.classes[1]] then
        span.classes[1] = span.classes[1] .. '-i-lenkje'
        return span
      end
    end,
  })
end

-- «[ut: » does not stand alone at the end of a line.
local function kept_with_next(word)
  local last = word.content[#word.content]
  if #word.content > 1 and last.t == 'Space' and word.content[1].text:sub(1, 1) == '[' then
    word.content[#word.content] = pandoc.Str('\u{a0}')
  end
  return word
end

-- «[ut: » is to be read, and stands outside what is struck out.
local function words_apart(span)
  if not is_change[span.classes[1]] then
    return nil
  end
  local parts = pandoc.List()
  for _, inline in ipairs(span.content) do
    local is_word = inline.t == 'Span' and inline.classes:includes('sporingsord')
    local last = parts[#parts]
    if is_word then
      parts:insert(kept_with_next(inline))
    elseif last and last.classes == span.classes then
      last.content:insert(inline)
    else
      parts:insert(pandoc.Span({ inline }, span.attr))
    end
  end
  return parts, false
end

-- A note stays with its table when it is a row of its foot.
local function take_note(div)
  local tables = div.content:filter(function(block) return block.t == 'Table' end)
  if #tables ~= 1 then
    return nil
  end
  local rest = pandoc.Blocks({})
  for _, block in ipairs(div.content) do
    if block.t == 'Div' and block.classes:includes('merknad') then
      local cell = pandoc.Cell(block.content, pandoc.AlignLeft, 1, #tables[1].colspecs)
      tables[1].foot.rows:insert(pandoc.Row({ cell }, { class = 'merknad' }))
    else
      rest:insert(block)
    end
  end
  div.content = rest:map(function(block) return block.t == 'Table' and tables[1] or block end)
  return div
end

-- Typst knows the pages, so it lists the headings itself.
local function contents(div)
  if div.classes:includes('innhaldsliste') then
    div.content = div.content:map(function(block)
      return block.t == 'BulletList' and pandoc.RawBlock('typst', '#innhaldsliste') or block
    end)
    return div
  end
  return take_note(div)
end

return {
  -- First, for its words must not become literals before they are read.
  { Image = picture },
  { Div = contents, Link = tell_in_link },
  { traverse = 'topdown', Span = words_apart },
  {
    Str = raw_text,
    Header = heading_on_one_line,
    Div = classed_block,
    Span = classed_inline,
  },
}
