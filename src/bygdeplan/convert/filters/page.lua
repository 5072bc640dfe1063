-- The page as every writer of pandoc wants it: what is in `main`, with the blocks marked that are to
-- stand on the same page as the next: the line that leads in a list or picture, and what is signed.

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

local function is_signature(block)
  return block.t == 'Div' and block.classes:includes('signatur')
end

local function leads_in(block, following)
  return is_signature(following) or block.t == 'Para' and is_led_in[following.t]
end

local function mark_what_leads_in(blocks)
  for i = 1, #blocks - 1 do
    if leads_in(blocks[i], blocks[i + 1]) then
      blocks[i] = pandoc.Div({ blocks[i] }, { class = 'innleiing' })
    end
  end
  return blocks
end

-- What a figure scrolls in on a narrow screen.
local function without_frame(figure)
  figure.content = figure.content:walk({ Div = function(div) return div.content end })
  return figure
end

function Pandoc(doc)
  doc = doc:walk({ Figure = without_frame })
  doc.blocks = mark_what_leads_in(without_main(doc.blocks))
  return doc
end
