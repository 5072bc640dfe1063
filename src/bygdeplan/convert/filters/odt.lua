-- OpenDocument links lead to bookmarks, and pandoc sets one for a heading or a span, but none for a
-- table, a figure or a div.

local function bookmark(element)
  return pandoc.Span({}, { id = element.identifier })
end

local function mark_first_line(blocks, element)
  local first = blocks[1]
  if element.identifier ~= '' and first and (first.t == 'Plain' or first.t == 'Para') then
    first.content:insert(1, bookmark(element))
    element.identifier = ''
  end
  return element
end

local function mark_caption(element)
  local caption = element.caption
  mark_first_line(caption.long, element)
  element.caption = caption
  return element
end

Table = mark_caption
Figure = mark_caption

function Div(div)
  return mark_first_line(div.content, div)
end
