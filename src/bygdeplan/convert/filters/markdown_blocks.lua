-- What GitHub's Markdown has no form for: captions, figures, headings and cells of several lines,
-- wide cells, and places that links lead to.

-- Tables ---------------------------------------------------------------------------------------

local function rows_of(tbl)
  local rows = tbl.head.rows:clone()
  for _, body in ipairs(tbl.bodies) do
    rows:extend(body.head)
    rows:extend(body.body)
  end
  rows:extend(tbl.foot.rows)
  return rows
end

local function is_no_line(block)
  return block.t ~= 'Plain' and block.t ~= 'Para'
end

local function needs_html(cell)
  return cell.row_span > 1 or cell.contents:find_if(is_no_line) ~= nil
end

local function fits_pipes(tbl)
  return #tbl.head.rows == 1
    and not rows_of(tbl):find_if(function(row) return row.cells:find_if(needs_html) ~= nil end)
end

local function line_break()
  return pandoc.RawInline('html', '<br>')
end

local function with_breaks_in_line(element)
  return element:walk({ LineBreak = line_break })
end

-- A cell over several columns stands in the first of them.
local function spread(row)
  local cells = pandoc.List()
  for _, cell in ipairs(row.cells) do
    local columns = cell.col_span
    cell.col_span = 1
    cells:insert(cell)
    for _ = 2, columns do
      cells:insert(pandoc.Cell({}))
    end
  end
  row.cells = cells
end

-- A cell of a pipe table is one line.
local function to_one_line(cell)
  local line = pandoc.Inlines({})
  for i, block in ipairs(cell.contents) do
    if i > 1 then
      line:insert(line_break())
    end
    line:extend(block.content)
  end
  cell.contents = { with_breaks_in_line(pandoc.Plain(line)) }
end

local function pipe_table(tbl)
  for _, row in ipairs(rows_of(tbl)) do
    for _, cell in ipairs(row.cells) do
      to_one_line(cell)
    end
    spread(row)
  end
  -- A cell longer than its share of the page would turn the table into HTML.
  for _, colspec in ipairs(tbl.colspecs) do
    colspec[2] = nil
  end
  return tbl
end

-- Markdown takes up again after a blank line.
local function html_table(tbl)
  local html = pandoc.write(pandoc.Pandoc({ tbl }), 'html', { wrap_text = 'none' })
  return pandoc.RawBlock('html', (html:gsub('\n%s*\n', '\n')))
end

local function take_caption(element)
  local blocks = element.caption.long
  element.caption = { long = {} }
  return blocks:map(function(block) return pandoc.Para(block.content) end)
end

local function captioned_table(tbl)
  local blocks = take_caption(tbl)
  tbl.attr = pandoc.Attr()
  blocks:insert(fits_pipes(tbl) and pipe_table(tbl) or html_table(tbl))
  return blocks
end

-- Figures --------------------------------------------------------------------------------------

-- GitHub shows no picture from a data: URI; the alternative text says what is on it.
local function alternative_text(image)
  return image.caption
end

local function captioned_figure(figure)
  local blocks = figure.content:clone()
  blocks:extend(take_caption(figure))
  return blocks
end

-- Places that links lead to --------------------------------------------------------------------

local function places_linked_to(doc)
  local places = {}
  doc:walk({
    Link = function(link)
      if link.target:sub(1, 1) == '#' then
        places[link.target:sub(2)] = true
      end
    end,
  })
  return places
end

local function anchor(element)
  return pandoc.RawInline('html', '<a id="' .. element.identifier .. '"></a>')
end

local function with_anchors(places)
  local function anchor_before(element)
    return places[element.identifier] and { pandoc.Para({ anchor(element) }), element } or nil
  end
  return {
    -- GitHub gives every heading an identifier of its own making, not ours.
    Header = function(header)
      if places[header.identifier] then
        header.content:insert(1, anchor(header))
        return header
      end
    end,
    Div = function(div)
      local blocks = div.content:clone()
      if places[div.identifier] then
        blocks:insert(1, pandoc.Para({ anchor(div) }))
      end
      return blocks
    end,
    Table = anchor_before,
    Figure = anchor_before,
  }
end

-- Facts ----------------------------------------------------------------------------------------

local function fact(item)
  local name, values = table.unpack(item)
  local line = pandoc.Inlines({ pandoc.Strong(name), pandoc.Space() })
  line:extend(pandoc.utils.blocks_to_inlines(values[1], { pandoc.LineBreak() }))
  return { pandoc.Plain(line) }
end

local function facts(list)
  return pandoc.BulletList(list.content:map(fact))
end

function Pandoc(doc)
  return doc:walk(with_anchors(places_linked_to(doc))):walk({
    Table = captioned_table,
    Figure = captioned_figure,
    Image = alternative_text,
    Header = with_breaks_in_line,
    DefinitionList = facts,
  })
end
