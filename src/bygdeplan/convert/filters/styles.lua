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
