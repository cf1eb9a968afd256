"""How somebody must be called in a work group: 部门-姓名, executives by their plain name (D7§7). Pure."""
