-- What the classes of the page are called among the styles of reference.docx and reference.odt.

local is_odt = FORMAT == 'odt' or FORMAT == 'opendocument'

local style_of_class = {
  undertittel = 'Subtitle',
  varsel = 'Varsel',
  merknad = 'Tabellmerknad',
  innleiing = 'Innleiing til liste',
  signatur = 'Signatur',
}

-- OpenDocument spells the spaces in the name of a style.
local function spelt(style)
  return is_odt and (style:gsub(' ', '_20_')) or style
end

local function styled(blocks, style)
  return pandoc.Div(blocks, { ['custom-style'] = style })
end

-- Facts: the name, and its value aligned with the others --------------------------------------

local function tab()
  return is_odt and pandoc.RawInline('opendocument', '<text:tab/>')
    or pandoc.RawInline('openxml', '<w:r><w:tab/></w:r>')
end

local function fact(item)
  local name, values = table.unpack(item)
  local line = pandoc.Inlines({ pandoc.Strong(name), tab() })
  for i, block in ipairs(values[1]) do
    if i > 1 then
      line:insert(pandoc.LineBreak())
    end
    line:extend(block.content)
  end
  return pandoc.Para(line)
end

-- They stay together on a page; only the last one is free of what follows.
local function facts(list)
  local lines = list.content:map(fact)
  local last = lines:remove()
  return { styled(lines, 'Opplysning'), styled({ last }, spelt('Opplysning siste')) }
end

-- The table of contents -----------------------------------------------------------------------

local function entries(list, level)
  local lines = pandoc.List()
  for _, item in ipairs(list.content) do
    for _, block in ipairs(item) do
      if block.t == 'Plain' or block.t == 'Para' then
        local style = spelt((is_odt and 'Contents ' or 'toc ') .. level)
        lines:insert(styled({ pandoc.Para(block.content) }, style))
      else
        lines:extend(entries(block, level + 1))
      end
    end
  end
  return lines
end

local function contents(div)
  local blocks = pandoc.List()
  for _, block in ipairs(div.content) do
    if block.t == 'BulletList' then
      blocks:extend(entries(block, 1))
    else
      blocks:insert(block)
    end
  end
  div.content = blocks
  return div
end

-- Classes -------------------------------------------------------------------------------------

function Div(div)
  if div.classes:includes('innhaldsliste') then
    return contents(div)
  end
  for _, class in ipairs(div.classes) do
    if style_of_class[class] then
      div.attributes['custom-style'] = spelt(style_of_class[class])
    end
  end
  return div
end

DefinitionList = facts

-- Tracked changes -----------------------------------------------------------------------------

-- Word shows what is changed, and needs no words for it.
function Span(span)
  if not is_odt and span.classes:includes('sporingsord') then
    return {}
  end
end

local function is_note(block)
  return block.t == 'Div' and block.classes:includes('sporing')
end

-- What the document shows stands in a comment, for it belongs to neither text.
local function comment_on(header, note)
  local said = pandoc.utils.blocks_to_inlines({ note.content[1] })
  header.content:insert(1, pandoc.Span(said, { id = '0', class = 'comment-start' }))
  header.content:insert(pandoc.Span({}, { id = '0', class = 'comment-end' }))
end

function Pandoc(doc)
  local note = doc.blocks:find_if(is_note)
  if is_odt or not note then
    return nil
  end
  doc.blocks = doc.blocks:filter(function(block) return not is_note(block) end)
  local header = doc.blocks:find_if(function(block) return block.t == 'Header' end)
  if header then
    comment_on(header, note)
  end
  return doc
end
