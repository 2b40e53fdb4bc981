"""The steps of the pipeline, a module for each command: values in, values out, no disk."""
