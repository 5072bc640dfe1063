-- Tables and lists of facts in Typst, for pandoc leaves out what the layout must know: where a group
-- of rows begins, which rows hold sums, what is the name of a fact.

local function markup(blocks)
  return pandoc.write(pandoc.Pandoc(blocks), 'typst', { wrap_text = 'none' })
end

-- Facts ----------------------------------------------------------------------------------------

local function fact(item)
  local name, values = table.unpack(item)
  return 'terms.item(classed("namn")[' .. markup({ pandoc.Plain(name) }) .. '], ['
    .. markup(values[1]) .. ']),'
end

local function facts(list)
  local lines = list.content:map(fact)
  lines:insert(1, '#terms(')
  lines:insert(')')
  return pandoc.RawBlock('typst', table.concat(lines, '\n'))
end

-- Tables ---------------------------------------------------------------------------------------

-- Typst cuts off a row that is higher than the page when it may not break. A page holds about 5000
-- characters, or as large a part of them as the column is of its width.
local half_a_page = 2500

local function is_high(row, colspecs)
  for i, cell in ipairs(row.cells) do
    local width = colspecs[i] and colspecs[i][2] or 1 / #colspecs
    if #markup(cell.contents) / width > half_a_page then
      return true
    end
  end
  return false
end

local function cell_markup(cell, kind, is_breakable)
  local said = pandoc.List({ '..rader.' .. kind })
  if cell.col_span > 1 then
    said:insert('colspan: ' .. cell.col_span)
  end
  if cell.row_span > 1 then
    said:insert('rowspan: ' .. cell.row_span)
  end
  if cell.alignment == 'AlignRight' then
    said:insert('align: right')
  end
  if is_breakable then
    said:insert('breakable: true')
  end
  return 'table.cell(' .. table.concat(said, ', ') .. ')[' .. markup(cell.contents) .. ']'
end

local function row_markup(row, kind, colspecs)
  local is_breakable = is_high(row, colspecs)
  return table.concat(row.cells:map(function(cell)
    return cell_markup(cell, kind, is_breakable)
  end), ', ')
end

local function kind_of(row)
  for _, kind in ipairs({ 'gruppe', 'sum', 'merknad' }) do
    if row.attr.classes:includes(kind) then
      return kind
    end
  end
  return 'vanleg'
end

-- A group's name is a header of the second level: never alone at the foot of a page.
local around = {
  hovud = { 'table.header(', ')' },
  gruppe = { 'table.header(level: 2, ', ')' },
  vanleg = { '', '' },
}

local function rows_markup(rows, colspecs, kind)
  return rows:map(function(row)
    local is = kind or kind_of(row)
    local before, after = table.unpack(around[is] or around.vanleg)
    return before .. row_markup(row, is, colspecs) .. after
  end)
end

-- What is in the foot stays together.
local function foot_markup(rows, colspecs)
  local lines = rows_markup(rows, colspecs)
  return 'table.footer(repeat: false, ' .. table.concat(lines, ', ') .. ')'
end

local function body_of(tbl)
  local rows = pandoc.List()
  for _, body in ipairs(tbl.bodies) do
    rows:extend(body.head)
    rows:extend(body.body)
  end
  return rows
end

-- A sum, and a note below it, stay with the row before them.
local function take_last(body, foot, kind, colspecs)
  local last = body[#body]
  if last and kind_of(last) == kind and not (colspecs and is_high(last, colspecs)) then
    foot:insert(1, body:remove())
  end
end

local function parts(tbl)
  local body, foot = body_of(tbl), tbl.foot.rows:clone()
  take_last(body, foot, 'sum')
  if #foot > 0 then
    take_last(body, foot, 'vanleg', tbl.colspecs)
  end
  local lines = rows_markup(tbl.head.rows, tbl.colspecs, 'hovud')
  lines:extend(rows_markup(body, tbl.colspecs))
  if #foot > 0 then
    lines:insert(foot_markup(foot, tbl.colspecs))
  end
  return lines
end

local function columns(tbl)
  return table.concat(tbl.colspecs:map(function(colspec)
    return colspec[2] and string.format('%.4ffr', 100 * colspec[2]) or 'auto'
  end), ', ')
end

local function alignments(tbl)
  return table.concat(tbl.colspecs:map(function(colspec)
    return colspec[1] == 'AlignRight' and 'right' or 'left'
  end), ', ')
end

local function typst_table(tbl)
  local lines = pandoc.List({ '#figure(kind: table, table(' })
  lines:insert('columns: (' .. columns(tbl) .. ',), align: (' .. alignments(tbl) .. ',),')
  lines:extend(parts(tbl):map(function(line) return line .. ',' end))
  local caption = markup(tbl.caption.long)
  lines:insert(caption == '' and '))' or '), caption: [' .. caption .. '])')
  if tbl.identifier ~= '' then
    lines:insert('#label("' .. tbl.identifier .. '")')
  end
  if tbl.classes:includes('samla') then
    lines:insert(1, '#classed("samla")[')
    lines:insert(']')
  end
  return pandoc.RawBlock('typst', table.concat(lines, '\n'))
end

return { { Table = typst_table, DefinitionList = facts } }
