"""Who and where somebody means: people, groups and departments found in what was typed. Pure; built once a company."""
