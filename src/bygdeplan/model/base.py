"""What every part of a plan has in common."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Del(BaseModel):
    """A mapping in the plan file: cannot be changed, knows all its keys.

    A key with nothing after it is as good as left out.

    The text under each field is Nynorsk: it is what an editor shows the plan author.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, arbitrary_types_allowed=True
    )

    @model_validator(mode="before")
    @classmethod
    def _empty_is_left_out(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        # An unknown key stays, for it is a fault whatever is written after it.
        empty = {name for name in cls.model_fields if name in value and value[name] is None}
        return {name: part for name, part in value.items() if name not in empty}
