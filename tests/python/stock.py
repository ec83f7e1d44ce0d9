"""A theme under the stock Typst compiler: stock.py THEME FONTS > cv.pdf.

Beside the theme lie curricle's parts and `input.json`.
"""

import os
import sys

import typst

theme, fonts = sys.argv[1:3]
compiler = typst.Compiler(
    theme, root=os.path.dirname(theme), font_paths=[fonts], ignore_system_fonts=True
)
sys.stdout.buffer.write(compiler.compile(format="pdf", pdf_standards=["ua-1"]))
