-- The page as every writer of pandoc wants it: what is in `main`, with the blocks marked that are to
-- stand on the same page as the next: the line that leads in a list, table or picture, what is
-- signed.

local is_led_in = { BulletList = true, OrderedList = true, DefinitionList = true, Figure = true }

local function without_main(blocks)
  local rest = pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    if block.t == 'Div' and block.attributes.role == 'main' then
      rest:extend(block.content)
    else
      rest:insert(block)
    end
  end
  return rest
end

-- A wide table has a page of its own.
local function is_table(block)
  return block.t == 'Div' and block.classes:includes('tabell')
    and not block.classes:includes('liggjande')
end

local function is_signature(block)
  return block.t == 'Div' and block.classes:includes('signatur')
end

-- «Vekt: 60 %» between two headings: alone with the first, it looks left behind.
local function is_line_between_headings(before, block, following)
  return before and before.t == 'Header' and following.t == 'Header'
    and #pandoc.utils.stringify(block) < 80
end

local function leads_in(before, block, following)
  return is_signature(following) or block.t == 'Para'
    and (is_led_in[following.t] or is_table(following) or is_line_between_headings(before, block, following))
end

local function mark_what_leads_in(blocks)
  local marked = blocks:clone()
  for i = 1, #blocks - 1 do
    if leads_in(blocks[i - 1], blocks[i], blocks[i + 1]) then
      marked[i] = pandoc.Div({ blocks[i] }, { class = 'innleiing' })
    end
  end
  return marked
end

-- What a figure scrolls in on a narrow screen.
local function without_frame(figure)
  figure.content = figure.content:walk({ Div = function(div) return div.content end })
  return figure
end

-- A picture that is put in or taken out stands alone in its figure, as every writer wants it.
local function mark_picture(span)
  local only = span.content[1]
  if #span.content == 1 and only.t == 'Image' then
    only.classes:extend(span.classes)
    return only
  end
end

function Pandoc(doc)
  doc = doc:walk({ Span = mark_picture })
  doc = doc:walk({ Figure = without_frame })
  doc.blocks = mark_what_leads_in(without_main(doc.blocks))
  return doc
end
