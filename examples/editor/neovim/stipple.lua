-- Stipple's language server in Neovim, 0.7 or newer. Take it into your init.lua, or try it:
--
--   nvim -u examples/editor/neovim/stipple.lua rules/age.drl
--
-- STIPPLE is the command that starts Stipple, from the folder in which Neovim was started; without it ./stipple is started where
-- that file is there, as it starts faster.
local usual = vim.fn.executable("./stipple") == 1 and "./stipple" or "java -jar target/stipple.jar"
local command = vim.split(vim.env.STIPPLE or usual, " ")
table.insert(command, "lsp")

local clients = {}

-- Until the rules were read once nothing can be proposed: the line below says so.
local function progress(error, result, context, config)
  local says = result.value.kind == "begin" and result.value.message .. " ..." or result.value.kind == "end" and "ready"
  if says then
    vim.api.nvim_echo({ { "Stipple: " .. says } }, true, {})
  end
  return vim.lsp.handlers["$/progress"](error, result, context, config)
end

local function attach(buffer, root)
  local config = { name = "stipple", cmd = command, root_dir = root, handlers = { ["$/progress"] = progress } }
  if vim.lsp.start then
    vim.lsp.start(config)
    return
  end
  clients[root] = clients[root] or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, clients[root])
end

-- Any file of a rules folder: the folder that has questionnaire.yaml, or one in it.
vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, {
  pattern = { "*.drl", "*.yaml" },
  callback = function(event)
    local folder = vim.fn.fnamemodify(event.file, ":p:h")
    local found = vim.fn.findfile("questionnaire.yaml", folder .. ";")
    if found == "" then
      return
    end
    if event.file:match("%.drl$") then
      vim.bo[event.buf].filetype = "drools"
      vim.bo[event.buf].commentstring = "// %s"
    end
    attach(event.buf, vim.fn.fnamemodify(found, ":p:h"))

    vim.bo[event.buf].omnifunc = "v:lua.vim.lsp.omnifunc" -- completion: Ctrl-X Ctrl-O
    local function key(keys, action)
      vim.keymap.set("n", keys, action, { buffer = event.buf })
    end
    key("K", vim.lsp.buf.hover)
    key("gd", vim.lsp.buf.definition)
    key("gr", vim.lsp.buf.references)
    key("gO", vim.lsp.buf.document_symbol)
    key("<F2>", vim.lsp.buf.rename)
    key("<F3>", vim.lsp.buf.format or vim.lsp.buf.formatting)
    key("<F4>", vim.lsp.buf.code_action)
    key("<F6>", vim.lsp.codelens.run)
    key("]d", vim.diagnostic.goto_next)
    vim.api.nvim_create_autocmd({ "CursorHold", "BufWritePost" }, { buffer = event.buf, callback = vim.lsp.codelens.refresh })
  end,
})
