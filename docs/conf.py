"""How the documentation is built; `make docs` calls it, without a network."""

from pathlib import Path

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
MANIFEST = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))

project = "memcon"
author = "The memcon developers"
copyright = author  # noqa: A001
release = MANIFEST["workspace"]["package"]["version"]
version = release

extensions = ["autoapi.extension", "myst_nb", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
suppress_warnings = ["autoapi.python_import_resolution"]
nitpicky = False

html_theme = "furo"
html_title = f"memcon {release}"
html_static_path = ["_static"]
html_css_files = ["memcon.css"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 300
# What a cell gives as Markdown may hold tables.
nb_render_markdown_format = "myst"

# The stubs hold the documentation of the native half.
autoapi_dirs = [str(ROOT / "python" / "memcon")]
autoapi_file_patterns = ["*.pyi", "*.py"]
autoapi_ignore = ["*/__main__.py", "*/_cli.py", "*/_errors.py"]
autoapi_root = "reference/python"
autoapi_options = ["members", "show-module-summary", "imported-members"]
autoapi_add_toctree_entry = False
autoapi_keep_files = False
autoapi_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_google_docstring = True
