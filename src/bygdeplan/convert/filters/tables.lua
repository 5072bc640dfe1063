-- What the classes of a table's rows and cells mean, in terms every writer of pandoc knows: figures
-- («tal») stand to the right; sums («sum», and all of the foot) and the names of groups of rows
-- («gruppe») are bold. A table that is to stand whole on one page is «samla».

local function is_figures(cell)
  return cell.alignment == 'AlignRight' or cell.attr.classes:includes('tal')
end

local function align(row)
  for _, cell in ipairs(row.cells) do
    if is_figures(cell) then
      cell.alignment = 'AlignRight'
    end
  end
end

local function bold(block)
  local first = block.content[1]
  if #block.content > 1 or first and first.t ~= 'Strong' then
    block.content = { pandoc.Strong(block.content) }
    return block
  end
end

local function embolden(row)
  for _, cell in ipairs(row.cells) do
    cell.contents = cell.contents:walk({ Plain = bold, Para = bold })
  end
end

local function stands_out(row)
  return row.attr.classes:includes('sum') or row.attr.classes:includes('gruppe')
end

-- A column is one of figures when its last cell is. A row with wide cells tells nothing of columns.
local function align_columns(tbl, rows)
  local last = rows[#rows]
  if not last or #last.cells ~= #tbl.colspecs then
    return
  end
  for i, cell in ipairs(last.cells) do
    if is_figures(cell) then
      tbl.colspecs[i][1] = 'AlignRight'
    end
  end
end

local function body_rows(tbl)
  local rows = pandoc.List()
  for _, body in ipairs(tbl.bodies) do
    -- A row of header cells alone, such as the name of the first group, is its head to pandoc.
    rows:extend(body.head)
    rows:extend(body.body)
  end
  return rows
end

-- Some ten lines fit on half a page, and look better whole.
local function is_short(tbl, body)
  local text = pandoc.utils.stringify(pandoc.Blocks({ tbl }))
  return #body <= 10 and utf8.len(text) <= 1000
end

function Table(tbl)
  local body = body_rows(tbl)
  if is_short(tbl, body) then
    tbl.classes:insert('samla')
  end
  align_columns(tbl, body)
  tbl.head.rows:map(align)
  body:map(align)
  tbl.foot.rows:map(function(row) row.attr.classes:insert('sum') end)
  tbl.foot.rows:map(align)
  body:filter(stands_out):map(embolden)
  tbl.foot.rows:map(embolden)
  return tbl
end
